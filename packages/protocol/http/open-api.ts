import { type TSchema, Type } from 'typebox';
import { withExamples } from './examples.ts';
import { Problem } from './problem.ts';
import type { Route } from './route.ts';
import { type RouteName, ROUTES } from './routes.ts';

type Json = Readonly<Record<string, unknown>>;

/** The description of the API, in the form of OpenAPI 3.1. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: Json;
  readonly components: Json;
  /** By path, with its parameters in the form `{workId}`, then by method in small letters. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export interface Operation {
  readonly operationId: RouteName;
  readonly summary: string;
  /** Who may call it. */
  readonly description: string;
  readonly tags: readonly string[];
  readonly security: readonly Json[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: {
    readonly required: true;
    readonly content: Readonly<Record<string, { readonly schema: TSchema }>>;
  };
  readonly responses: Json;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Json;
}

/** Describes every route that is declared; a new one needs nothing more. */
export function openApiDocument(version: string): OpenApiDocument {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const [name, route] of Object.entries(ROUTES) as [RouteName, Route][]) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operationOf(name, route);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Rapport', version, description: DESCRIPTION },
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer' },
        thread: {
          type: 'http',
          scheme: 'bearer',
          description:
            '`visit_` and 43 characters of base64url, which the visitor makes by chance.',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'session',
          description: 'The cookie that `POST /api/v1/session` sets.',
        },
      },
      schemas: { Problem },
      responses: {
        Problem: {
          description: 'What went wrong, in the form of RFC 9457.',
          content: { 'application/problem+json': { schema: { $ref: PROBLEM } } },
        },
      },
    },
    paths,
  };
}

/** Who may call, in one sentence. */
export function accessText(access: Route['access']): string {
  if (access === 'anybody') return 'For anybody.';
  if (access === 'visitor') return 'For visitors of an entry point.';
  const { roles, scope, reach } = access;
  const people = roles.length === 0 ? [] : [`for ${roles.join(', ')}`];
  const as = reach === 'self' ? ' that act as an agent' : '';
  const keys = scope === undefined ? [] : [`for keys with the scope \`${scope}\`${as}`];
  const who = [...people, ...keys].join('; ');
  return `${who.charAt(0).toUpperCase()}${who.slice(1)}.`;
}

function securityOf(access: Route['access']): readonly Json[] {
  if (access === 'anybody') return [];
  if (access === 'visitor') return [{ thread: [] }, {}];
  const { roles, scope } = access;
  return [
    ...(scope === undefined ? [] : [{ key: [scope] }]),
    ...(roles.length === 0 ? [] : [{ session: [] }]),
  ];
}

const DESCRIPTION =
  'A write that becomes part of the history answers with its `position`; a read with `?after=` that ' +
  'position sees it. What other writes have changed is seen by any read once they are answered. ' +
  'A request repeated with the same `Idempotency-Key` is carried out once. ' +
  'What goes wrong is told in the form of RFC 9457, with the field it is about.';
const PROBLEM = '#/components/schemas/Problem';

const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Names the request, so that sent twice it is carried out once.',
  schema: { type: 'string', minLength: 1, maxLength: 100 },
};

function operationOf(name: RouteName, route: Route): Operation {
  const { method, path, summary, access, isQuestion, params, query, answer } = route;
  return {
    operationId: name,
    summary,
    description: accessText(access),
    tags: [path.split('/')[3] ?? ''],
    security: securityOf(access),
    parameters: [
      ...parametersOf('path', params),
      ...parametersOf('query', query),
      ...(method === 'GET' || isQuestion === true ? [] : [IDEMPOTENCY_KEY]),
    ],
    ...bodyOf(route),
    responses: {
      [route.status ?? 200]: {
        description: 'Done.',
        content: {
          [route.isDownload === true ? 'application/octet-stream' : 'application/json']: {
            schema: answer,
          },
        },
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function bodyOf({ body, upload, contentTypes }: Route): Pick<Operation, 'requestBody'> {
  if (upload !== undefined) {
    return { requestBody: { required: true, content: { [upload]: { schema: Type.String() } } } };
  }
  if (body === undefined) return {};
  const types = contentTypes ?? ['application/json'];
  const content = Object.fromEntries(types.map((type) => [type, { schema: withExamples(body) }]));
  return { requestBody: { required: true, content } };
}

/** The fields of a schema for addresses, each as a parameter of its own. */
function parametersOf(place: 'path' | 'query', schema: TSchema | undefined): readonly Parameter[] {
  const { properties = {}, required = [] } = (schema ?? {}) as {
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: withExamples(property, name),
  }));
}
