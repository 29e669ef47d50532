import type { Policy } from '@rapport/protocol';
import { CircleAlert } from 'lucide-react';
import { useId } from 'react';
import { Tag } from '../design/Notes.tsx';
import {
  isOwn,
  isWithin,
  type PolicyDraft,
  typedText,
  type PolicyUnit,
  unitOf,
} from './policy-numbers.ts';
import { policyText } from './policy-text.ts';
import { EN, type SetUpWordsId } from './words/en.ts';
import { useWords } from './words/words.ts';

type Say = ReturnType<typeof useWords>;

/** One number of the policy: what it does, what it may be, and the way back to what it is by default. */
export function PolicyNumber({
  field,
  draft,
  onType,
}: {
  readonly field: Policy['fields'][number];
  readonly draft: PolicyDraft;
  readonly onType: (text: string) => void;
}) {
  const say = useWords();
  const id = useId();
  const { name, min, max, byDefault, isWhole } = field;
  const unit = unitOf(name) ?? 'plain';
  const label = numberName(name, say);
  const bounds = { min: policyText(name, min), max: policyText(name, max) };
  const isWrong = !isWithin(field, draft);
  const isWholeThing = isWhole && (unit === 'plain' || unit === 'days');
  return (
    <div className="policy-number">
      <div className="grow">
        <label htmlFor={id}>{label}</label>{' '}
        {isOwn(field, draft) && !isWrong && <Tag tone="info">{say('policy.own')}</Tag>}
        <p className="hint" id={`${id}-about`}>
          {aboutNumber(name, say)}
        </p>
      </div>
      <div className="policy-value">
        <span>
          <input
            className="input num"
            id={id}
            type="number"
            step="any"
            inputMode="decimal"
            value={draft[name] ?? ''}
            aria-invalid={isWrong}
            aria-describedby={`${id}-about ${id}-unit ${id}-range`}
            onChange={(event) => onType(event.target.value)}
          />
          <span id={`${id}-unit`}>{unitName(unit, say)}</span>
        </span>
        {isWrong ? (
          <p className="wrong" id={`${id}-range`}>
            <CircleAlert size={13} aria-hidden />
            {say(isWholeThing ? 'policy.wrong-whole' : 'policy.wrong', bounds)}
          </p>
        ) : (
          <p className="hint" id={`${id}-range`}>
            {say('policy.range', { ...bounds, usual: policyText(name, byDefault) })}
          </p>
        )}
        {isOwn(field, draft) && (
          <button
            type="button"
            className="link"
            aria-label={say('policy.back-of', { name: label })}
            onClick={() => onType(typedText(name, byDefault))}
          >
            {say('policy.back')}
          </button>
        )}
      </div>
    </div>
  );
}

/** What a number is called; its code where nobody has given it a name. */
export function numberName(name: string, say: Say): string {
  const id = `field.${name}`;
  return id in EN ? say(id as SetUpWordsId) : name;
}

/** What a number does. */
export function aboutNumber(name: string, say: Say): string {
  const id = `policy.about.${name}`;
  return id in EN ? say(id as SetUpWordsId) : '';
}

function unitName(unit: PolicyUnit, say: Say): string {
  switch (unit) {
    case 'second':
    case 'waited':
      return say('unit.second');
    case 'minute':
    case 'hour':
      return say(`unit.${unit}`);
    case 'days':
      return say('unit.day');
    case 'percent':
      return '%';
    case 'times':
      return say('policy.unit.times');
    default:
      return '';
  }
}
