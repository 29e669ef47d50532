import { type Agreement as Kept, asId, type Desk, versionAt } from '@rapport/core';
import type { RouteAnswer } from '@rapport/protocol';
import { noteAgreement } from '../interactions/service-of.ts';
import { pageOf, readCursor } from './pages.ts';
import { answer, give, type Handler, notFound } from './respond.ts';

type AgreementAnswer = RouteAnswer<'getAgreement'>;

export const defineAgreement: Handler<'defineAgreement'> = async (call, rooms) => {
  const { serves, agreedWith, holdsFromAt, terms } = call.body;
  const given = await give(
    {
      type: 'define-agreement',
      agreementId: asId<'agreement'>(call.params.agreementId),
      serves,
      agreedBy: call.principal.id,
      ...(agreedWith !== undefined && { agreedWith }),
      ...(holdsFromAt !== undefined && { holdsFromAt }),
      terms: terms.map(({ calendarId, ...term }) => ({
        ...term,
        ...(calendarId !== undefined && { calendarId: asId<'calendar'>(calendarId) }),
      })),
    },
    call,
    rooms,
  );
  if (given.ok) noteAgreement(rooms.host);
  return given;
};

export const getAgreement: Handler<'getAgreement'> = async ({ params }, { host, now }) => {
  const agreementId = asId<'agreement'>(params.agreementId);
  const found = await host.ask(({ agreements }) => {
    const agreement = agreements.get(agreementId);
    return agreement && agreementAnswer(agreement, now());
  });
  return found === undefined ? notFound(`agreement ${agreementId}`) : answer(found);
};

export const listAgreements: Handler<'listAgreements'> = async ({ query }, { host, now }) => {
  const { limit = 50 } = query;
  const cursor = readCursor(query.cursor);
  if (!cursor.ok) return cursor;
  const afterId = cursor.answer?.id ?? '';
  const items = await host.ask((desk) => pageAfter(desk, afterId, limit + 1, now()));
  return answer(pageOf(items, limit, ({ agreementId: id }) => ({ key: 0, id })));
};

/** There are as many as there are accounts and divisions with one of their own. */
function pageAfter(desk: Desk, afterId: string, count: number, at: number): AgreementAnswer[] {
  return [...desk.agreements.values()]
    .filter(({ id }) => id > afterId)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, count)
    .map((agreement) => agreementAnswer(agreement, at));
}

function agreementAnswer(agreement: Kept, at: number): AgreementAnswer {
  const inForce = versionAt(agreement, at);
  return {
    agreementId: agreement.id,
    serves: agreement.serves,
    ...(inForce !== undefined && { inForce: inForce.version }),
    versions: agreement.versions.map(({ version, agreedBy, agreedWith, ...rest }) => ({
      version,
      agreedBy,
      ...(agreedWith !== undefined && { agreedWith }),
      agreedAt: rest.agreedAt,
      holdsFromAt: rest.holdsFromAt,
      terms: rest.terms.map(({ term, promiseId }) => ({ ...term, promiseId })),
    })),
  };
}
