import '@fontsource-variable/inter/wght.css';
import './design/design.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { openSession } from './session/session.ts';
import { speakChosen } from './words/words.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page lacks its root');
void openSession();
await speakChosen();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
