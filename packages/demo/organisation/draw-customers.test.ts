import { expect, test } from 'vitest';
import { AGENTS } from './agents.ts';
import { DIVISIONS, TEAMS } from './company.ts';
import { CUSTOMER_COUNT, drawAccounts, drawCustomers } from './draw-customers.ts';

const customers = drawCustomers(1);

test('the same seed gives the same customers, another seed gives others', () => {
  expect(drawCustomers(1)).toEqual(customers);
  expect(drawCustomers(2)).not.toEqual(customers);
});

test('three divisions have 24 agents, each in a team that there is', () => {
  expect(DIVISIONS).toHaveLength(3);
  expect(AGENTS).toHaveLength(24);
  const teamIds = new Set(TEAMS.map(({ id }) => id));
  expect(AGENTS.filter(({ teamId }) => !teamIds.has(teamId))).toEqual([]);
  expect(new Set(AGENTS.map(({ email }) => email)).size).toBe(24);
});

test('2,000 customers can be told apart by each of their identities', () => {
  expect(customers).toHaveLength(CUSTOMER_COUNT);
  for (const key of ['customerId', 'email', 'phone'] as const) {
    expect(new Set(customers.map((customer) => customer[key])).size).toBe(CUSTOMER_COUNT);
  }
  const accountIds = new Set(drawAccounts(1).map(({ id }) => id));
  const accounts = customers.flatMap(({ accountId }) => accountId ?? []);
  expect(accounts.length).toBeGreaterThan(200);
  expect(accounts.filter((id) => !accountIds.has(id))).toEqual([]);
});

test('every bond names agents whom there are, nobody twice, and Ted owns 80', () => {
  const agentIds = new Set(AGENTS.map(({ agentId }) => agentId));
  for (const { ownerId, deputyIds } of customers) {
    const named = [...(ownerId === undefined ? [] : [ownerId]), ...deputyIds];
    expect(named.filter((agentId) => !agentIds.has(agentId))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  }
  const ted = AGENTS[0]?.agentId;
  expect(AGENTS[0]?.name).toBe('Ted Marsh');
  expect(customers.filter(({ ownerId }) => ownerId === ted)).toHaveLength(80);
});
