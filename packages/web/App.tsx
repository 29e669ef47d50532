import { RouterProvider } from '@tanstack/react-router';
import { router } from './Routes.tsx';

/** All screens. */
export function App() {
  return <RouterProvider router={router} />;
}
