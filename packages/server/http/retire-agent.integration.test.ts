import { SCOPES } from '@rapport/protocol';
import { expect, test } from 'vitest';
import { audit } from '../operations/audit.ts';
import { openHttpCentre } from '../testing/http-centre.ts';

test('an agent who is signed out leaves, is unknown from then on, and the centre stays sound', async () => {
  await using served = await openHttpCentre();
  const administrator = await served.callerWith(SCOPES);
  const body = { piiName: 'Ted', skills: [] };
  const made = await administrator('POST', '/api/v1/agents', { body });
  const agent = `/api/v1/agents/${String(made.answer['agentId'])}`;

  await administrator('POST', `${agent}/state`, { body: { state: 'ready' } });
  const early = await administrator('DELETE', agent, { key: 'early' });
  expect(early).toMatchObject({ status: 409, answer: { type: 'agent-on-duty' } });
  await administrator('POST', `${agent}/state`, { body: { state: 'signed-out' } });

  const gone = await administrator('DELETE', agent, { key: 'gone' });
  expect(gone).toMatchObject({ status: 200 });
  expect(await administrator('DELETE', agent, { key: 'gone' })).toEqual(gone);
  const other = await administrator('DELETE', '/api/v1/agents/agent_2', { key: 'gone' });
  expect(other).toMatchObject({ status: 422, answer: { type: 'command-id-reused' } });
  const again = await administrator('DELETE', agent);
  expect(again).toMatchObject({ status: 404, answer: { type: 'agent-unknown' } });

  const position = String(gone.answer['position']);
  expect((await administrator('GET', `${agent}?after=${position}`)).status).toBe(404);
  expect((await administrator('GET', '/api/v1/agents')).answer).toEqual({ items: [] });
  const stranger = await served.callerWith(['agents:read']);
  expect((await stranger('DELETE', agent)).status).toBe(403);
  const { faults } = await audit(served.centre.database.kysely, served.centre.name);
  expect(Object.entries(faults).filter(([, count]) => count !== 0)).toEqual([]);
});
