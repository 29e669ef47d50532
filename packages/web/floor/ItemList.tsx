import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Check, Choice } from '../design/Field.tsx';
import { Empty } from '../design/Notes.tsx';
import { useSteady } from '../design/use-steady.ts';
import { useNow } from '../design/clock.ts';
import type { Card } from './cards.ts';
import type { Directory } from './directory.ts';
import { type FloorItem, isLate, type Person } from './floor-model.ts';
import { ItemRow } from './ItemRow.tsx';
import { moveInList } from './move-in-list.ts';
import { callbackText } from './callback-text.ts';
import { reservedTexts, restingTexts } from './risk-line.ts';
import { useWords } from './words/words.ts';

/** What the list shows; empty text is everything. */
export interface ItemFilters {
  readonly channel: string;
  readonly status: string;
  readonly teamId: string;
  readonly promiseId: string;
  readonly isLateOnly: boolean;
}

export const NO_FILTERS: ItemFilters = {
  channel: '',
  status: '',
  teamId: '',
  promiseId: '',
  isLateOnly: false,
};

const PAGE_ROWS = 50;
const STATUSES = ['waiting', 'offered', 'active', 'on-hold', 'deferred', 'wrap-up'] as const;

/** Everything that is open, filtered, page by page. */
export function ItemList({
  items,
  openCount,
  people,
  directory,
  filters,
  onFilter,
  chosenId,
  onChoose,
}: {
  readonly items: readonly FloorItem[];
  readonly openCount: number;
  readonly people: ReadonlyMap<string, Person>;
  readonly directory: Directory;
  readonly filters: ItemFilters;
  readonly onFilter: (filters: ItemFilters) => void;
  readonly chosenId: string | undefined;
  readonly onChoose: (workId: string) => void;
}) {
  const say = useWords();
  const now = useNow();
  const [page, setPage] = useState(0);
  const found = items
    .filter((item) => matches(item, filters, { directory, now }))
    .toSorted(compareItems);
  const from = Math.min(page * PAGE_ROWS, Math.max(0, found.length - 1));
  const first = from - (from % PAGE_ROWS);
  const { entries, isGone, newCount, hold } = useSteady(found, itemId, {
    first,
    count: PAGE_ROWS,
    of: JSON.stringify(filters),
  });
  const lineOf = (item: FloorItem, card: Card | undefined): string => {
    const who = people.get(item.agentId ?? '')?.name;
    const status = say(`status.${item.status}`);
    const isServed = item.status === 'active' && who !== undefined;
    const shown = isServed ? say('floor.with-whom', { name: who }) : status;
    const call = callbackText(item, people);
    const standing =
      call !== undefined ? [call] : who === undefined || isServed ? [shown] : [shown, who];
    const subject = card?.subject === undefined ? [] : [card.subject];
    const said = [...restingTexts(item, now), ...reservedTexts(item, people)];
    return [...standing, ...said, ...subject].join(' · ');
  };
  return (
    <>
      <Filters items={items} directory={directory} filters={filters} onFilter={onFilter} />
      <div className="pane-body" {...hold}>
        {found.length === 0 && (
          <Empty>{say(items.length === 0 ? 'floor.items-none' : 'floor.filtered-none')}</Empty>
        )}
        <ul className="rows" aria-label={say('floor.items')} onKeyDown={moveInList}>
          {entries.map((item, slot) => (
            <li key={slot}>
              <ItemRow
                item={item}
                isChosen={item.workId === chosenId}
                onChoose={() => onChoose(item.workId)}
                lineOf={(card) => (isGone(item) ? say('floor.gone-row') : lineOf(item, card))}
                isGone={isGone(item)}
              />
            </li>
          ))}
        </ul>
      </div>
      <Foot
        newCount={newCount}
        isCut={openCount > items.length}
        counts={{ shown: items.length, all: openCount }}
        page={{ first, count: found.length }}
        onPage={setPage}
      />
    </>
  );
}

/** What came meanwhile, else what of how much is shown; and the way to the other pages. */
function Foot({
  newCount,
  isCut,
  counts,
  page: { first, count },
  onPage,
}: {
  readonly newCount: number;
  /** Whether there is more than what is known here. */
  readonly isCut: boolean;
  readonly counts: { readonly shown: number; readonly all: number };
  readonly page: { readonly first: number; readonly count: number };
  readonly onPage: (page: number) => void;
}) {
  const say = useWords();
  const until = Math.min(count, first + PAGE_ROWS);
  return (
    <div className="list-foot">
      <span className="grow num">
        {newCount > 0
          ? say('floor.held', { count: newCount })
          : count > 0 && say('floor.page', { from: first + 1, to: until, all: count })}
        {newCount === 0 && isCut && (
          <span className="hint"> {say('floor.open-beyond', counts)}</span>
        )}
      </span>
      {count > PAGE_ROWS && (
        <>
          <Button size="small" disabled={first === 0} onClick={() => onPage(first / PAGE_ROWS - 1)}>
            {say('floor.page-previous')}
          </Button>
          <Button
            size="small"
            disabled={until === count}
            onClick={() => onPage(first / PAGE_ROWS + 1)}
          >
            {say('floor.page-next')}
          </Button>
        </>
      )}
    </div>
  );
}

function Filters({
  items,
  directory,
  filters,
  onFilter,
}: {
  readonly items: readonly FloorItem[];
  readonly directory: Directory;
  readonly filters: ItemFilters;
  readonly onFilter: (filters: ItemFilters) => void;
}) {
  const say = useWords();
  const all = ['', say('floor.filter.all')] as const;
  const channels = distinct([...items.map(({ channel }) => channel)]);
  const promises = distinct([...items.map(({ promiseId }) => promiseId), filters.promiseId]);
  const change = (part: Partial<ItemFilters>): void => onFilter({ ...filters, ...part });
  return (
    <div className="item-filters">
      <Choice
        label={say('floor.filter.channel')}
        value={filters.channel}
        onChange={({ target }) => change({ channel: target.value })}
        choices={[all, ...channels.map((each) => [each, say(`channel.${each}`)] as const)]}
      />
      <Choice
        label={say('floor.filter.status')}
        value={filters.status}
        onChange={({ target }) => change({ status: target.value })}
        choices={[all, ...STATUSES.map((each) => [each, say(`status.${each}`)] as const)]}
      />
      <Choice
        label={say('floor.filter.team')}
        value={filters.teamId}
        onChange={({ target }) => change({ teamId: target.value })}
        choices={[all, ...directory.teams]}
      />
      <Choice
        label={say('floor.filter.promise')}
        value={filters.promiseId}
        onChange={({ target }) => change({ promiseId: target.value })}
        choices={[
          all,
          ...promises.filter((each) => each !== '').map((each) => [each, each] as const),
        ]}
      />
      <Check
        label={say('floor.filter.late')}
        checked={filters.isLateOnly}
        onChange={({ target }) => change({ isLateOnly: target.checked })}
      />
    </div>
  );
}

function matches(
  item: FloorItem,
  { channel, status, teamId, promiseId, isLateOnly }: ItemFilters,
  { directory, now }: { readonly directory: Directory; readonly now: number },
): boolean {
  if (channel !== '' && item.channel !== channel) return false;
  if (status !== '' && item.status !== status) return false;
  if (promiseId !== '' && item.promiseId !== promiseId) return false;
  if (isLateOnly && !isLate(item, now)) return false;
  return teamId === '' || directory.profiles.get(item.agentId ?? '')?.teamId === teamId;
}

/** Who waits comes first, by the promise; then who is served, the longest first. */
function compareItems(a: FloorItem, b: FloorItem): number {
  return keyOf(a) - keyOf(b) || (a.workId < b.workId ? -1 : 1);
}

/** Beyond every moment. */
const SERVED = 1e15;

function keyOf({ status, dueAt, waitingSince, statusSince }: FloorItem): number {
  if (status === 'waiting' || status === 'offered') return dueAt ?? waitingSince;
  return SERVED + statusSince;
}

function distinct<Value extends string>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)].sort();
}

function itemId({ workId }: FloorItem): string {
  return workId;
}
