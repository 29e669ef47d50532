import { asId } from '@rapport/core';
import { answer, give, type Handler } from './respond.ts';

export const grantCredit: Handler<'grantCredit'> = (call, rooms) => {
  const { priority, untilAt } = call.body;
  const customerId = asId<'customer'>(call.params.customerId);
  const ownerId = call.principal.id;
  return give({ type: 'grant-credit', customerId, priority, ownerId, untilAt }, call, rooms);
};

export const endCredit: Handler<'endCredit'> = (call, rooms) =>
  give({ type: 'end-credit', customerId: asId<'customer'>(call.params.customerId) }, call, rooms);

export const listCredits: Handler<'listCredits'> = async (_call, { host, now: clock }) => {
  const now = clock();
  return await host.ask(({ credits, policy }) => {
    const holding = [...credits].filter(([, { untilAt }]) => untilAt > now);
    const items = holding.map(([customerId, credit]) => ({ customerId, ...credit }));
    return answer({ items, creditsMax: policy.creditsMax });
  });
};
