import { Type } from 'typebox';
import { SET_UP_READ, SET_UP_WRITE } from './access.ts';
import type { Route } from './route.ts';
import { COUNTRY, Done, listQuery, Name, page, Text, TimeZone } from './schemas.ts';

const strict = { additionalProperties: false } as const;
const ofDivision = Type.Object({ divisionId: Text }, strict);
const ofSite = Type.Object({ siteId: Text }, strict);
const ofTeam = Type.Object({ teamId: Text }, strict);

const DivisionTerms = { name: Name };
const SiteTerms = {
  name: Name,
  timeZone: TimeZone,
  region: Type.Optional(
    Type.String({
      pattern: COUNTRY,
      description:
        'Two capital letters for the country in which telephone numbers without a prefix are read.',
    }),
  ),
};
const TeamTerms = {
  name: Name,
  divisionId: Type.Optional(Text),
  siteId: Type.Optional(Text),
};

const Division = Type.Object({ divisionId: Text, ...DivisionTerms }, strict);
const Site = Type.Object({ siteId: Text, ...SiteTerms }, strict);
const Team = Type.Object({ teamId: Text, ...TeamTerms }, strict);

export const ORGANISATION_ROUTES = {
  listDivisions: {
    method: 'GET',
    path: '/api/v1/divisions',
    summary: 'Lists the divisions, by id.',
    access: SET_UP_READ,
    query: listQuery({}),
    answer: page(Division),
  },
  defineDivision: {
    method: 'PUT',
    path: '/api/v1/divisions/:divisionId',
    summary: 'Defines a division, or replaces it.',
    access: SET_UP_WRITE,
    params: ofDivision,
    body: Type.Object(DivisionTerms, strict),
    answer: Done,
  },
  deleteDivision: {
    method: 'DELETE',
    path: '/api/v1/divisions/:divisionId',
    summary: 'Deletes a division that no team is part of.',
    access: SET_UP_WRITE,
    params: ofDivision,
    answer: Done,
  },
  listSites: {
    method: 'GET',
    path: '/api/v1/sites',
    summary: 'Lists the sites, by id.',
    access: SET_UP_READ,
    query: listQuery({}),
    answer: page(Site),
  },
  defineSite: {
    method: 'PUT',
    path: '/api/v1/sites/:siteId',
    summary: 'Defines a site, or replaces it.',
    access: SET_UP_WRITE,
    params: ofSite,
    body: Type.Object(SiteTerms, strict),
    answer: Done,
  },
  deleteSite: {
    method: 'DELETE',
    path: '/api/v1/sites/:siteId',
    summary: 'Deletes a site at which no team is.',
    access: SET_UP_WRITE,
    params: ofSite,
    answer: Done,
  },
  listTeams: {
    method: 'GET',
    path: '/api/v1/teams',
    summary: 'Lists the teams, by id.',
    access: SET_UP_READ,
    query: listQuery({}),
    answer: page(Team),
  },
  defineTeam: {
    method: 'PUT',
    path: '/api/v1/teams/:teamId',
    summary: 'Defines a team, or replaces it.',
    access: SET_UP_WRITE,
    params: ofTeam,
    body: Type.Object(TeamTerms, strict),
    answer: Done,
  },
  deleteTeam: {
    method: 'DELETE',
    path: '/api/v1/teams/:teamId',
    summary: 'Deletes a team that has no agents and that nobody leads.',
    access: SET_UP_WRITE,
    params: ofTeam,
    answer: Done,
  },
} as const satisfies Readonly<Record<string, Route>>;
