import { skillName } from '../skills/skill-name.ts';
import { EN as COMMON } from '../words/en.ts';
import type { WordsId } from '../words/words.ts';
import { locale } from '../words/words.ts';
import { EN } from './words/en.ts';
import type { useWords } from './words/words.ts';

type Say = ReturnType<typeof useWords>;
type ReportWordsId = keyof typeof EN;

/** What a group of the measures is called, by what it is one of; as it is where nobody has given it a name. */
export function groupName(by: string, group: string, say: Say): string {
  const own = `reports.group.${group}`;
  if (own in EN) return say(own as ReportWordsId);
  switch (by) {
    case 'channel': {
      const id = `channel.${group}`;
      return id in COMMON ? say(id as WordsId) : group;
    }
    case 'hour':
      return `${group}:00`;
    case 'day':
      return dayText(group);
    case 'site':
    case 'language':
      return group.split(' + ').map(skillName).join(' + ');
    default:
      return group;
  }
}

/** What a code is called in the words of the reports. */
export function codeName(kind: 'miss' | 'silo', code: string, say: Say): string {
  const id = `reports.${kind}.${code}`;
  return id in EN ? say(id as ReportWordsId) : code;
}

function dayText(day: string): string {
  const format = new Intl.DateTimeFormat(locale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return format.format(Date.parse(`${day}T00:00:00Z`));
}
