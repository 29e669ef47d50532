import { type Kysely, sql } from 'kysely';

/**
 * The desk is told which customers belong to which account, because bonds with an account count for its
 * people: now, and each time somebody writes that down, be it a request, an import or its undoing.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Hundreds to a row of the outbox, as `oweParcels` writes them.
  await sql`
    create function owe_places(placed jsonb[], in_centre text) returns void language sql as $$
      insert into outbox (centre, id, actor, command, command_count)
      select in_centre, 'places:' || gen_random_uuid(), 'accounts', jsonb_agg(part)::text, count(*)
      from (
        select part, (ordinal - 1) / 500 as parcel
        from unnest(placed) with ordinality as given (part, ordinal)
      ) as parts
      group by parcel order by parcel
    $$`.execute(db);
  await sql`
    create function place_of(customer_id text, account_id text) returns jsonb language sql as $$
      select jsonb_build_object(
        'id', 'place:' || gen_random_uuid(),
        'command', jsonb_strip_nulls(jsonb_build_object(
          'type', 'place-customer', 'customerId', customer_id, 'accountId', account_id)))
    $$`.execute(db);
  await sql`
    create function owe_new_places() returns trigger language plpgsql as $$
    begin
      perform owe_places(array_agg(place_of(n.id, n.account_id) order by n.id), n.centre)
      from made n where n.account_id is not null group by n.centre;
      return null;
    end $$`.execute(db);
  await sql`
    create function owe_changed_places() returns trigger language plpgsql as $$
    begin
      perform owe_places(array_agg(place_of(n.id, n.account_id) order by n.id), n.centre)
      from changed n join was o on o.centre = n.centre and o.id = n.id
      where o.account_id is distinct from n.account_id group by n.centre;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger customer_made after insert on customer
    referencing new table as made for each statement execute function owe_new_places()`.execute(db);
  await sql`
    create trigger customer_changed after update on customer
    referencing old table as was new table as changed
    for each statement execute function owe_changed_places()`.execute(db);
  await sql`
    select owe_places(array_agg(place_of(id, account_id) order by id), centre)
    from customer where account_id is not null group by centre`.execute(db);
}
