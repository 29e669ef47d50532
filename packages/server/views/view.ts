import type { DeskEvent, Instant } from '@rapport/core';
import type { Insertable, Selectable } from 'kysely';
import type { Tables } from '../store/tables.ts';

export type ViewTable = 'view_work' | 'view_agent' | 'view_bond' | 'view_promise' | 'view_calendar';

export type ColumnType = 'text' | 'bigint' | 'integer' | 'double precision' | 'boolean';

/** A table that follows from the history alone: one row an id, made by a pure function. */
export interface View<Table extends ViewTable> {
  readonly table: Table;
  /** What PostgreSQL calls the type of each of its columns. */
  readonly columns: Readonly<Record<Exclude<keyof Tables[Table], 'centre'>, ColumnType>>;
  /** Whose row the event changes; undefined when it changes none. */
  readonly idOf: (event: DeskEvent) => string | undefined;
  /** The event that makes a row where there was none, if one alone does: nothing is read for it. */
  readonly madeBy?: DeskEvent['type'];
  /** The row after the event; undefined where it goes. `row` is what was there, if anything. */
  readonly evolve: (
    row: Selectable<Tables[Table]> | undefined,
    event: DeskEvent,
    context: { readonly centre: string; readonly at: Instant; readonly seq: number },
  ) => (Insertable<Tables[Table]> & Selectable<Tables[Table]>) | undefined;
}

/** What must be there because an earlier event made it; anything else is a bug and throws. */
export function existing<Row>(row: Row | undefined, event: DeskEvent): Row {
  if (row === undefined) throw new Error(`${event.type} speaks of something that was never made`);
  return row;
}
