import { mountChat } from './chat/mount-chat.ts';

// The tag that any page takes in: <script src="https://…/widget.js" data-entry="chat" async></script>
const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const { entry, language, colour, scheme, side, open } = script.dataset;
  const { origin } = new URL(script.src);
  const begin = (): void => {
    if (entry === undefined || entry === '') {
      console.error('Rapport: the tag of the widget names no entry point: data-entry="…"');
      return;
    }
    mountChat({
      origin,
      entryId: entry,
      language,
      colour,
      scheme,
      side,
      isOpen: open !== undefined,
    });
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
  else begin();
}
