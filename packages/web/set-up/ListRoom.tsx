import { Fragment, type ReactNode, useState } from 'react';
import { Fault } from '../design/Notes.tsx';
import { Listed, NamedRow, NewButton, Room } from './Room.tsx';
import type { RoomName } from './rooms.ts';
import type { Known } from './settings.ts';
import type { SetUpWordsId } from './words/en.ts';
import { useWords } from './words/words.ts';

/** A column beside the names. */
export interface Column<Item> {
  readonly head: string;
  /** Left out where the screen is narrow. */
  readonly isWide?: boolean;
  readonly cell: (item: Item) => ReactNode;
}

/** What is chosen: an item, or nothing yet of a new one. */
type Chosen = { readonly id: string } | 'new' | undefined;

/** How a form gives way: to nothing, or to another item. */
interface Chooser {
  readonly close: () => void;
  readonly open: (id: string) => void;
}

/** Rooms that list one kind of thing, and say so in words of their own. */
type ListRoomName = Extract<
  RoomName,
  | 'skills'
  | 'skill-names'
  | 'hours'
  | 'promises'
  | 'agreements'
  | 'credits'
  | 'channels'
  | 'outcomes'
  | 'imports'
>;

/** A room with a list on the left, and what is chosen of it, or is new, in a form on the right. */
export function ListRoom<Item>({
  room,
  list,
  fault,
  notice,
  idOf,
  nameOf,
  nameHead,
  columns,
  begin,
  form,
}: {
  readonly room: ListRoomName;
  readonly list: Known<Item>;
  /** What was refused that is done in the list itself. */
  readonly fault?: string | undefined;
  /** What is to be said above the list. */
  readonly notice?: ReactNode;
  readonly idOf: (item: Item) => string;
  readonly nameOf: (item: Item) => string;
  readonly nameHead?: string;
  readonly columns: readonly Column<Item>[];
  /** What the button for a new one says, for whoever may make one. */
  readonly begin?: SetUpWordsId | false;
  readonly form: (item: Item | undefined, chooser: Chooser) => ReactNode;
}) {
  const say = useWords();
  const [chosen, choose] = useState<Chosen>();
  const chosenId = typeof chosen === 'object' ? chosen.id : undefined;
  const item = list.items.find((each) => idOf(each) === chosenId);
  const chooser = {
    close: () => choose(undefined),
    open: (id: string) => choose({ id }),
  };
  const isOpen = chosen === 'new' || item !== undefined;
  return (
    <>
      <Room
        title={say(`room.${room}`)}
        hint={say(`${room}.hint`)}
        act={
          begin && list.isKnown && <NewButton onNew={() => choose('new')}>{say(begin)}</NewButton>
        }
      >
        {fault !== undefined && <Fault>{fault}</Fault>}
        {notice}
        <Listed list={list} empty={say(`${room}.none`)}>
          <table className="table">
            <thead>
              <tr>
                <th>{nameHead ?? say('set-up.name')}</th>
                {columns.map(({ head, isWide = false }) => (
                  <th key={head} className={isWide ? 'wide' : undefined}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.items.map((each) => (
                <NamedRow
                  key={idOf(each)}
                  name={nameOf(each)}
                  isChosen={idOf(each) === chosenId}
                  onChoose={() => choose({ id: idOf(each) })}
                >
                  {columns.map(({ head, isWide = false, cell }) => (
                    <td key={head} className={isWide ? 'wide' : undefined}>
                      {cell(each)}
                    </td>
                  ))}
                </NamedRow>
              ))}
            </tbody>
          </table>
        </Listed>
      </Room>
      {isOpen && (
        // Begins anew with every choice.
        <Fragment key={chosenId ?? ''}>{form(item, chooser)}</Fragment>
      )}
    </>
  );
}
