import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  Outlet,
} from '@tanstack/react-router';
import { Toasts } from './design/Toasts.tsx';
import { Shell } from './shell/Shell.tsx';

const root = createRootRoute({
  component: () => (
    <>
      <Outlet />
      <Toasts />
    </>
  ),
});

const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });

const home = createRoute({ getParentRoute: () => shell, path: '/', component: Home });

const desk = createRoute({
  getParentRoute: () => shell,
  path: '/desk',
  component: lazyRouteComponent(() => import('./desk/Desk.tsx'), 'Desk'),
});

const floor = createRoute({
  getParentRoute: () => shell,
  path: '/floor',
  component: lazyRouteComponent(() => import('./floor/Floor.tsx'), 'Floor'),
});

/** It has its own shell: none. */
const wallboard = createRoute({
  getParentRoute: () => root,
  path: '/wallboard',
  component: lazyRouteComponent(() => import('./wallboard/Wallboard.tsx'), 'Wallboard'),
});

const parts = createRoute({
  getParentRoute: () => shell,
  path: '/parts',
  component: lazyRouteComponent(() => import('./parts/PartsPage.tsx'), 'PartsPage'),
});

function Home() {
  return <Navigate to="/desk" />;
}

/** Every screen, by its path; each comes when it is first asked for. */
export const router = createRouter({
  routeTree: root.addChildren([shell.addChildren([home, desk, floor, parts]), wallboard]),
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
