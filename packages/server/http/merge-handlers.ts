import { asId } from '@rapport/core';
import { isCustomer } from '../customers/find-customer.ts';
import { problemOfField } from './problems.ts';
import { type Call, give, type Handler, notFound, type Rooms } from './respond.ts';

/** Of whom nobody else was merged: so that who is who is always said in one step, and undone in one. */
export const mergeCustomers: Handler<'mergeCustomers'> = async (call, rooms) => {
  const { mergedId } = call.body;
  if (!(await isCustomer(rooms.db, rooms.centre, call.params.customerId))) {
    return notFound(`customer ${call.params.customerId}`);
  }
  if (!(await isCustomer(rooms.db, rooms.centre, mergedId))) {
    const problem = problemOfField('mergedId', 'the id of a customer who is there');
    return { ok: false, problem };
  }
  if (await hasMerged(rooms, mergedId)) {
    const expected = 'a customer into whom nobody was merged; or merge the other way round';
    return { ok: false, problem: problemOfField('mergedId', expected) };
  }
  if (await isMerged(rooms, call.params.customerId)) {
    const expected = 'the customer into whom this one was merged, in his place';
    return { ok: false, problem: problemOfField('customerId', expected) };
  }
  return await give({ type: 'merge-customers', ...idsOf(call) }, call, rooms);
};

export const splitCustomers: Handler<'splitCustomers'> = (call, rooms) =>
  give({ type: 'split-customers', ...idsOf(call) }, call, rooms);

function idsOf({ params, body }: Call<'mergeCustomers'> | Call<'splitCustomers'>) {
  return {
    customerId: asId<'customer'>(params.customerId),
    mergedId: asId<'customer'>(body.mergedId),
  };
}

async function hasMerged({ host }: Rooms, customerId: string): Promise<boolean> {
  return await host.ask((desk) => {
    const terms = desk.customers.get(asId<'customer'>(customerId))?.terms;
    return terms !== undefined && terms.merged.length > 0;
  });
}

async function isMerged({ host }: Rooms, customerId: string): Promise<boolean> {
  return await host.ask(
    (desk) => desk.customers.get(asId<'customer'>(customerId))?.terms?.mergedInto !== undefined,
  );
}
