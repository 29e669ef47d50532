import type { Access } from '../../packages/protocol/http/access.ts';
import type { Route } from '../../packages/protocol/http/route.ts';
import { code, table } from './markdown.ts';

/** The page of every route, and who may call it. */
export function apiPage(routes: Readonly<Record<string, Route>>): string {
  const sorted = Object.values(routes).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const rows = sorted.map(({ method, path, summary, access }) => [
    code(`${method} ${path.slice('/api/v1'.length)}`),
    summary,
    ...callersOf(access),
  ]);
  return [
    '# Routes',
    '',
    'Everything under `/api/v1`, and who may call it: people in one of the roles, and keys with the',
    'scope. What each takes and gives stands at `/api/docs` of a running centre, for programs at',
    '`/api/openapi.json`; how to begin is in the [guide](../guide/api.md). This page is made by',
    '`npm run docs` from `packages/protocol/http`.',
    '',
    ...table(['Route', 'What it does', 'Roles', 'Scope', 'On whose objects'], rows),
  ].join('\n');
}

/** The roles, the scope, and on whose objects. */
function callersOf(access: Route['access']): readonly string[] {
  if (typeof access === 'string') return [access, '', ''];
  const { roles, scope, reach } = access;
  return [roles.join(', '), scope === undefined ? '' : code(scope), REACHES[reach]];
}

const REACHES: Readonly<Record<Access['reach'], string>> = {
  centre: "everybody's",
  self: 'his own, as an agent',
  teams: 'of the teams that he leads; keys and administrators: all',
  conversation: 'of customers whom he serves or knows; others than agents: all',
};

/** By path first, so that what can be done with a thing stands together. */
function keyOf({ method, path }: Route): string {
  return `${path} ${method}`;
}
