import { type Route, ROUTES } from '@rapport/protocol';

const ALL: readonly Route[] = Object.values(ROUTES);

/** The methods of the routes at this address, in a fixed order; none where there is no route. */
export function allowedMethods(url: string): readonly string[] {
  const [path = ''] = url.split('?', 1);
  const parts = path.split('/');
  const methods = new Set<string>();
  for (const route of ALL) {
    if (!isAt(route.path.split('/'), parts)) continue;
    methods.add(route.method);
    if (route.method === 'GET') methods.add('HEAD');
  }
  return [...methods].sort((a, b) => (a < b ? -1 : 1));
}

function isAt(declared: readonly string[], parts: readonly string[]): boolean {
  if (declared.length !== parts.length) return false;
  return declared.every((part, index) =>
    part.startsWith(':') ? parts[index] !== '' : part === parts[index],
  );
}
