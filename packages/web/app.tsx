import { RouterProvider } from '@tanstack/react-router';
import { router } from './routes.tsx';

/** All screens. */
export function App() {
  return <RouterProvider router={router} />;
}
