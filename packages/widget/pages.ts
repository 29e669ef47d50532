import { mountChat } from './chat/mount-chat.ts';
import { formPage } from './pages/form-page.ts';
import { statusPage } from './pages/status-page.ts';
import { speechOf } from './words/speech.ts';

// The centre's own pages for visitors: /chat/…, /form/… and /status/…#token.
const [, page, entryId = ''] = location.pathname.split('/');
const language = new URLSearchParams(location.search).get('language') ?? undefined;
const speech = speechOf(language, ...navigator.languages);
if (page === 'form') void formPage(entryId, speech);
else if (page === 'status') {
  statusPage(entryId, location.hash.slice(1), speech);
  // Another link in the same window is another request.
  addEventListener('hashchange', () => location.reload());
} else {
  document.title = speech.words.open;
  document.documentElement.lang = speech.language;
  mountChat({
    origin: location.origin,
    entryId,
    language: speech.language,
    isPage: true,
    isOpen: true,
  });
}
