import type { Role } from '@rapport/protocol';
import { momentText } from '../design/moment-text.ts';
import { type Disposition, dispositionName } from '../dispositions/disposition-name.ts';
import { requirementText, skillText } from '../skills/skill-name.ts';
import type { SkillNames } from '../skills/skill-names.ts';
import { locale } from '../words/words.ts';
import { inUnits } from './durations.ts';
import { unitOf } from './policy-numbers.ts';
import { policyText } from './policy-text.ts';
import { type Agent, type EntryPoint, useSettings } from './settings.ts';
import { dayName, type OpenHours, type SpecialDay } from './week.ts';
import { useWords } from './words/words.ts';

type Say = ReturnType<typeof useWords>;

/** Says what a field of a setting holds, with the names of what it refers to. */
export function useSettingText(): (field: string, value: unknown) => string | undefined {
  const say = useWords();
  const names = new Map<unknown, string | undefined>([
    ...useSettings('divisions').items.map((each) => [each.divisionId, each.name] as const),
    ...useSettings('sites').items.map((each) => [each.siteId, each.name] as const),
    ...useSettings('teams').items.map((each) => [each.teamId, each.name] as const),
    ...useSettings('agents').items.map((each) => [each.agentId, each.piiName] as const),
  ]);
  return (field, value) => {
    if (value === undefined || value === null || value === '' || value === false) return undefined;
    if (Array.isArray(value) && value.length === 0) return undefined;
    const own = ownText(field, value, say);
    if (own !== undefined) return own;
    if (Array.isArray(value)) {
      return value.map((each: unknown) => names.get(each) ?? String(each)).join(', ');
    }
    return names.get(value) ?? (typeof value === 'string' ? value : JSON.stringify(value));
  };
}

/** What is said in a way of its own; the numbers of the policy among it. */
function ownText(field: string, value: unknown, say: Say): string | undefined {
  if (typeof value === 'number' && unitOf(field) !== undefined) return policyText(field, value);
  return TEXTS[field]?.(value as never, say);
}

/** Fields that are said in a way of their own. */
const TEXTS: Readonly<Record<string, (value: never, say: Say) => string>> = {
  targetMs: (ms: number, say) => {
    const { count, unit } = inUnits(ms);
    return say(`unit.${unit}-count`, { count });
  },
  shareRatio: (ratio: number) =>
    new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(ratio),
  untilAt: (at: number) => momentText(at),
  isInterruptible: (_: true, say) => say('field.yes'),
  isDisabled: (_: true, say) => say('field.yes'),
  roles: (roles: readonly Role[], say) => roles.map((role) => say(`role.${role}`)).join(', '),
  skills: (skills: Agent['skills']) => skills.map(skillText).join('; '),
  capacity: ({ units, weights }: Agent['capacity'], say) =>
    Object.entries(weights)
      .filter(([channel]) => channel in CHANNEL_WORDS)
      .map(([channel, weight]) => {
        const name = say(CHANNEL_WORDS[channel as keyof typeof CHANNEL_WORDS]);
        return `${name} ${Math.floor(units / weight)}`;
      })
      .join(', '),
  days: (days: readonly (readonly OpenHours[])[]) =>
    days
      .map((hours, day) => [dayName(day, locale()), hours] as const)
      .filter(([, hours]) => hours.length > 0)
      .map(([day, hours]) => `${day} ${hoursText(hours)}`)
      .join('; '),
  requirements: (requirements: EntryPoint['requirements']) =>
    requirements.map(requirementText).join('; '),
  theme: (theme: NonNullable<EntryPoint['theme']>) => Object.values(theme).join(', '),
  isOpen: (_: true, say) => say('field.yes'),
  channel: (channel: EntryPoint['channel'], say) => say(`channel.${channel}`),
  skillNames: (skillNames: SkillNames['skillNames'], say) =>
    skillNames
      .map(({ skill, name, kind }) =>
        kind === undefined
          ? `${name} (${skill})`
          : `${name} (${skill}, ${say(`skill-kind.${kind}`)})`,
      )
      .join(' · '),
  dispositions: (dispositions: readonly Disposition[], say) =>
    dispositions
      .map((each) => {
        const name = dispositionName(each);
        return each.isRetired === true ? say('field.retired', { name }) : name;
      })
      .join(' · '),
  specialDays: (days: readonly SpecialDay[], say) =>
    days
      .map(({ date, name, hours }) => {
        const open = hours.length === 0 ? say('hours.closed') : hoursText(hours);
        return `${date} ${name} ${open}`.replace('  ', ' ');
      })
      .join('; '),
};

const CHANNEL_WORDS = {
  phone: 'channel.phone',
  video: 'channel.video',
  chat: 'channel.chat',
  'walk-up': 'channel.walk-up',
  email: 'channel.email',
  sms: 'channel.sms',
  web: 'channel.web',
  messaging: 'channel.messaging',
  fax: 'channel.fax',
  mobile: 'channel.mobile',
  autolog: 'channel.autolog',
  deskside: 'channel.deskside',
} as const;

function hoursText(hours: readonly OpenHours[]): string {
  return hours.map(({ from, until }) => `${from}–${until}`).join(', ');
}
