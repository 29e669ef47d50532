import '@fontsource-variable/inter/wght.css';
import './design/design.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { findSession } from './session/session.ts';
import { readFromRight, speakChosen } from './words/words.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page lacks its root');
// No catalogue is read from the right yet; by `?dir=rtl` whoever builds screens sees whether they could be.
if (new URLSearchParams(location.search).get('dir') === 'rtl') readFromRight();
void findSession();
await speakChosen();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
