import type { WallboardState } from '@rapport/protocol';
import { useId, useRef } from 'react';
import { useNow } from '../design/clock.ts';
import { timeLeftText } from '../design/time-left.ts';
import { useWords } from './words/words.ts';

/** Of fewer answers a share would say more than is known. */
const FEW = 10;

/** One number, what is behind it, and what it means in words. */
export interface FigureText {
  readonly name: string;
  readonly value: string;
  readonly detail: string;
  /** The same in the few words that a wall has room for. */
  readonly brief: string;
  readonly means: string;
  readonly tone?: 'soon' | 'late' | undefined;
}

/** Of the open items that are seen. */
export interface SeenCounts {
  readonly lateCount: number;
  readonly soonCount: number;
  /** Kept for somebody who knows their customer. */
  readonly reservedCount: number;
}

/** The numbers of the centre in words, and what is at risk or kept for somebody as far as it is seen. */
export function useFigures(
  state: WallboardState | undefined,
  seen?: SeenCounts,
): readonly FigureText[] {
  const say = useWords();
  const now = useNow();
  if (state === undefined) return [];
  const none = say('floor.none');
  const { waiting, today } = state;
  const at = today.beganAt;
  const since = waiting.waitingSince;
  const number = (count: number): string => say('floor.number', { count });
  const share = (part: number, all: number): string =>
    all === 0 ? say('wallboard.nothing') : say('wallboard.share', { part, all });
  // Rounded down: 100 % is said of all alone.
  const percent = (ratio: number | undefined): string =>
    ratio === undefined ? none : say('percent', { ratio: Math.floor(ratio * 100 + 1e-9) / 100 });
  return [
    {
      name: say('floor.waiting'),
      value: number(waiting.waitingCount + waiting.offeredCount),
      detail: waitingDetail(waiting.offeredCount, seen?.reservedCount ?? 0),
      brief: say('wallboard.waiting-detail', { offered: waiting.offeredCount }),
      means: say('floor.waiting-means'),
    },
    {
      name: say('floor.longest'),
      value: since === undefined ? none : timeLeftText(Math.max(0, now - since)),
      ...alike(
        since === undefined
          ? say('floor.longest-none')
          : say('floor.longest-detail', { at: since }),
      ),
      means: say('floor.longest-means'),
    },
    {
      name: say('floor.level'),
      value: percent(today.serviceLevelRatio),
      detail:
        today.serviceLevelRatio === undefined
          ? say('floor.level-none')
          : say('floor.level-detail', {
              inTime: today.answeredInTimeCount,
              due: today.answeredCount + today.abandonedLateCount,
              at,
            }),
      brief: share(today.answeredInTimeCount, today.answeredCount + today.abandonedLateCount),
      means: say('floor.level-means', { at }),
    },
    continuity(today),
    ...(seen === undefined ? [] : [silo(today), atRisk(seen)]),
  ];

  function waitingDetail(offered: number, reserved: number): string {
    const told = say('floor.waiting-detail', { offered });
    return reserved === 0 ? told : `${told}, ${say('floor.waiting-reserved', { reserved })}`;
  }

  function continuity(day: WallboardState['today']): FigureText {
    const { answeredBondedCount: bonded, answeredKnownCount: known, continuityRatio } = day;
    const isFew = bonded < FEW;
    const detail = isFew ? 'floor.continuity-few' : 'floor.continuity-detail';
    return {
      name: say('floor.continuity'),
      value: isFew ? none : percent(continuityRatio),
      brief: share(known, bonded),
      detail: bonded === 0 ? say('floor.continuity-none') : say(detail, { known, bonded, at }),
      means: say('floor.continuity-means', { at }),
    };
  }

  function silo({ siloMs }: WallboardState['today']): FigureText {
    const words = (siloMs ?? 0) < 1_000 ? say('floor.silo-none') : say('floor.silo-detail');
    return {
      name: say('floor.silo'),
      value: siloMs === undefined ? none : timeLeftText(siloMs),
      ...alike(siloMs === undefined ? say('floor.silo-unknown') : words),
      means: say('floor.silo-means', { at }),
    };
  }

  function atRisk({ lateCount, soonCount }: SeenCounts): FigureText {
    const tone = lateCount > 0 ? 'late' : soonCount > 0 ? 'soon' : undefined;
    return {
      name: say('floor.at-risk'),
      value: number(lateCount + soonCount),
      ...alike(say('floor.at-risk-detail', { late: lateCount, soon: soonCount })),
      means: say('floor.at-risk-means'),
      tone,
    };
  }
}

/** What is short as it is. */
export function alike(words: string): { readonly detail: string; readonly brief: string } {
  return { detail: words, brief: words };
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
          <bdi>{value}</bdi>
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
