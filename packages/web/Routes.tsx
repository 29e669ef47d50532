import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  Outlet,
} from '@tanstack/react-router';
import { Toasts } from './design/Toasts.tsx';
import { useSession } from './session/session.ts';
import { NoScreen } from './shell/NoScreen.tsx';
import { homeOf } from './shell/places.ts';
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

const reports = createRoute({
  getParentRoute: () => shell,
  path: '/reports',
  component: lazyRouteComponent(() => import('./reports/Reports.tsx'), 'Reports'),
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

const setUpDoor = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('./set-up/Door.tsx'), 'SetUpDoor'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./set-up/Door.tsx'), 'Invitation'),
});

const password = createRoute({
  getParentRoute: () => root,
  path: '/password',
  component: lazyRouteComponent(() => import('./set-up/Door.tsx'), 'NewPassword'),
});

const setUp = createRoute({
  getParentRoute: () => shell,
  path: '/set-up/$room',
  component: lazyRouteComponent(() => import('./set-up/SetUp.tsx'), 'SetUp'),
});

/** The first place of whoever is signed in. */
function Home() {
  const session = useSession();
  const path = session.kind === 'signed-in' ? homeOf(session.me) : undefined;
  return path === undefined ? <NoScreen title="place.none" /> : <Navigate to={path} replace />;
}

/** Every screen, by its path; each comes when it is first asked for. */
export const router = createRouter({
  routeTree: root.addChildren([
    setUpDoor,
    invitation,
    password,
    shell.addChildren([home, desk, floor, reports, setUp, parts]),
    wallboard,
  ]),
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
