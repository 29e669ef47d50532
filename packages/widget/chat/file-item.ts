import { button, el, glyph, GLYPHS } from '../design/dom.ts';
import type { VisitorFile } from '../thread/send-file.ts';
import type { FetchedFile } from '../thread/visitor-api.ts';
import type { Words } from '../words/en.ts';
import type { Speech } from '../words/speech.ts';

/** Gets the content of a file of the thread. */
export type FetchFile = (attachmentId: string) => Promise<FetchedFile>;

/** What a browser shows as a picture, and runs nothing of. */
const PICTURES: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
/** Larger ones are fetched when they are asked for. */
const SHOWN_BYTES_MAX = 3_000_000;

/** A file that was said: its name, a small picture where it is one, and it is saved by a click. */
export function fileItem(
  { attachmentId, piiName, contentType, sizeBytes }: VisitorFile,
  { words, size }: Speech,
  fetchFile: FetchFile,
): HTMLElement {
  const fault = el('small', { class: 'fault', role: 'status' });
  const save = async (): Promise<void> => {
    const content = await fetchFile(attachmentId);
    fault.textContent = faultOf(content, words);
    if (content instanceof Blob) saveAs(content, piiName);
  };
  const item = button(
    { class: 'file', title: words.saveFile(piiName, size(sizeBytes)) },
    () => void save(),
    glyph(GLYPHS.file),
    el('span', { dir: 'auto' }, piiName),
    el('small', {}, size(sizeBytes)),
  );
  if (PICTURES.includes(contentType) && sizeBytes <= SHOWN_BYTES_MAX) {
    void fetchFile(attachmentId).then((content) => {
      if (content instanceof Blob) showPicture(item, new Blob([content], { type: contentType }));
    });
  }
  return el('div', { class: 'file-place' }, item, fault);
}

function faultOf(content: FetchedFile, words: Words): string {
  if (content instanceof Blob) return '';
  return content === 'gone' ? words.fileGone : words.fileUnreached;
}

function showPicture(item: HTMLElement, content: Blob): void {
  const address = URL.createObjectURL(content);
  const picture = el('img', { alt: '' });
  const frame = el('span', { class: 'picture' }, picture);
  const forget = (): void => URL.revokeObjectURL(address);
  picture.onload = forget;
  picture.onerror = () => {
    // The page may forbid it; its name is there.
    forget();
    frame.remove();
  };
  picture.src = address;
  item.append(frame);
}

function saveAs(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  el('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
