import type { WallboardState } from '@rapport/protocol';
import { useId, useRef } from 'react';
import { useNow } from '../design/clock.ts';
import { timeLeftText } from '../design/time-left.ts';
import { useWords } from './words/words.ts';

/** One number, what is behind it, and what it means in words. */
export interface FigureText {
  readonly name: string;
  readonly value: string;
  readonly detail: string;
  readonly means: string;
  readonly tone?: 'soon' | 'late' | undefined;
}

/** The numbers of the centre in words, and what is at risk as far as it is seen. */
export function useFigures(
  state: WallboardState | undefined,
  risk?: { readonly lateCount: number; readonly soonCount: number },
): readonly FigureText[] {
  const say = useWords();
  const now = useNow();
  if (state === undefined) return [];
  const none = say('floor.none');
  const { waiting, today } = state;
  const at = today.beganAt;
  const since = waiting.waitingSince;
  const percent = (ratio: number | undefined): string =>
    ratio === undefined ? none : say('percent', { ratio });
  return [
    {
      name: say('floor.waiting'),
      value: String(waiting.waitingCount + waiting.offeredCount),
      detail: say('floor.waiting-detail', { offered: waiting.offeredCount }),
      means: say('floor.waiting-means'),
    },
    {
      name: say('floor.longest'),
      value: since === undefined ? none : timeLeftText(Math.max(0, now - since)),
      detail: since === undefined ? none : say('floor.longest-detail', { at: since }),
      means: say('floor.longest-means'),
    },
    {
      name: say('floor.level'),
      value: percent(today.serviceLevelRatio),
      detail: say('floor.level-detail', {
        inTime: today.answeredInTimeCount,
        due: today.answeredCount + today.abandonedLateCount,
        at,
      }),
      means: say('floor.level-means', { at }),
    },
    {
      name: say('floor.continuity'),
      value: percent(today.continuityRatio),
      detail: say('floor.continuity-detail', {
        known: today.answeredKnownCount,
        named: today.answeredNamedCount,
        at,
      }),
      means: say('floor.continuity-means', { at }),
    },
    ...(risk === undefined ? [] : [atRisk(risk)]),
  ];

  function atRisk({ lateCount, soonCount }: { lateCount: number; soonCount: number }): FigureText {
    const tone = lateCount > 0 ? 'late' : soonCount > 0 ? 'soon' : undefined;
    return {
      name: say('floor.at-risk'),
      value: String(lateCount + soonCount),
      detail: say('floor.at-risk-detail', { late: lateCount, soon: soonCount }),
      means: say('floor.at-risk-means'),
      tone,
    };
  }
}

/** The numbers in a row; each opens what it means. */
export function Figures({ figures }: { readonly figures: readonly FigureText[] }) {
  const say = useWords();
  return (
    <section className="figures" aria-label={say('floor.figures')}>
      {figures.map((figure) => (
        <Figure key={figure.name} figure={figure} />
      ))}
    </section>
  );
}

function Figure({ figure }: { readonly figure: FigureText }) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const note = useRef<HTMLDivElement>(null);
  const { name, value, detail, means, tone } = figure;
  const place = (): void => {
    if (note.current === null || opener.current === null) return;
    const { left, bottom } = opener.current.getBoundingClientRect();
    const start = Math.max(8, Math.min(left, innerWidth - note.current.offsetWidth - 8));
    note.current.style.left = `${start}px`;
    note.current.style.top = `${bottom + 4}px`;
  };
  return (
    <>
      <button ref={opener} type="button" className="figure-tile" title={means} popoverTarget={id}>
        <span className="figure-name">{name}</span>
        <span className="figure-value num" data-tone={tone}>
          {value}
          {tone === 'late' && <span aria-hidden="true"> !</span>}
        </span>
        <span className="hint num cut">{detail}</span>
      </button>
      <div
        ref={note}
        id={id}
        className="figure-means"
        popover="auto"
        onToggle={(event) => {
          if (event.newState === 'open') place();
        }}
      >
        <b>{name}</b>
        <p>{means}</p>
      </div>
    </>
  );
}
