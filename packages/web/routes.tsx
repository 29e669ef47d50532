import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { Toasts } from './design/toasts.tsx';
import { Shell } from './shell/shell.tsx';

const root = createRootRoute({
  component: () => (
    <>
      <Outlet />
      <Toasts />
    </>
  ),
});

const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('./parts/parts-page.tsx'), 'PartsPage'),
});

const parts = createRoute({
  getParentRoute: () => shell,
  path: '/parts',
  component: lazyRouteComponent(() => import('./parts/parts-page.tsx'), 'PartsPage'),
});

/** Every screen, by its path; each comes when it is first asked for. */
export const router = createRouter({
  routeTree: root.addChildren([shell.addChildren([home, parts])]),
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
