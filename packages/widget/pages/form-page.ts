import { type FileTray, fileTray } from '../chat/file-tray.ts';
import { VISITOR_TEXT_MAX } from '../design/limits.ts';
import { button, el, setText } from '../design/dom.ts';
import { type Field, field, isEmail } from '../design/field.ts';
import { setColour } from '../design/tokens.ts';
import { type Keeping, keepingFor } from '../thread/keep.ts';
import {
  mintMessageKey,
  mintToken,
  type Refused,
  type Said,
  visitorApi,
} from '../thread/visitor-api.ts';
import type { Words } from '../words/en.ts';
import type { Speech } from '../words/speech.ts';
import { showPage, statusAddress } from './show-page.ts';

/** The fields of a form, by what they are kept as. */
type Fields = Readonly<Record<'email' | 'name' | 'subject' | 'text', Field>>;

/** The web form of an entry point: what is written survives a reload, and leads to the status page. */
export async function formPage(entryId: string, speech: Speech): Promise<void> {
  const { words } = speech;
  const main = showPage(speech);
  const api = visitorApi(location.origin, entryId);
  const asked = await api.entry();
  if (!asked.ok || !asked.answer.isOpen) {
    const isGone = asked.ok || asked.refusal !== undefined;
    const why = asked.ok ? words.closed : isGone ? words.notHere : words.loadFailed;
    document.title = why;
    main.replaceChildren(
      el('h1', {}, why),
      button({ class: 'sec' }, () => location.reload(), words.tryAgain),
    );
    return;
  }
  const { name, greeting, theme } = asked.answer;
  setColour(document.documentElement, theme.colour);
  document.title = name;
  const keeping = keepingFor(location.origin, entryId);
  const fields = fieldsOf(words, keeping);
  const tray = fileTray({
    ...{ speech, keeping, isNamed: true },
    send: (file, sending) => api.sendFile(formToken(keeping), file, sending),
  });
  const alert = el('p', { class: 'alert', role: 'alert', hidden: true });
  const send = el('button', { type: 'submit', class: 'pri' }, words.formSend);
  const form = el(
    'form',
    { class: 'card', novalidate: true },
    ...Object.values(fields).map(({ element }) => element),
    filesField(words, tray),
    alert,
    send,
    el('p', { class: 'muted' }, words.formKept),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    setText(alert, '');
    const told = readFields(fields, words);
    const attachments = tray.take();
    if (told === undefined || attachments === undefined || send.disabled) return;
    const said = { ...told, ...(attachments.length > 0 && { attachments }) };
    send.disabled = true;
    send.textContent = words.sending;
    void submit({ api, entryId, keeping, said }).then((fault) => {
      send.disabled = false;
      send.textContent = words.formSend;
      if (fault?.field === 'attachments') tray.clear();
      if (fault?.field === 'piiEmail') {
        fields.email.setFault(words.emailNeeded);
        fields.email.input.focus();
      } else if (fault !== undefined) setText(alert, `${words.notSent} ${whyText(fault, words)}`);
    });
  });
  main.replaceChildren(
    el('h1', { dir: 'auto' }, name),
    ...(greeting === undefined ? [] : [el('p', { class: 'lines', dir: 'auto' }, greeting)]),
    form,
  );
}

function whyText({ field: about, title }: Fault, words: Words): string {
  return about === 'attachments' ? words.filesGone : (title ?? words.formOffline);
}

function fieldsOf(words: Words, keeping: Keeping): Fields {
  const fields = {
    email: field('email', words.email, {
      hint: words.emailWhy,
      attributes: { type: 'email', autocomplete: 'email', maxlength: '254', required: '' },
    }),
    name: field('name', words.nameOptional, {
      attributes: { autocomplete: 'name', maxlength: '200' },
    }),
    subject: field('subject', words.subject, { attributes: { maxlength: '500' } }),
    text: field('text', words.message, {
      isLong: true,
      attributes: { rows: '6', maxlength: String(VISITOR_TEXT_MAX), required: '' },
    }),
  };
  for (const [name, { input }] of Object.entries(fields)) {
    input.value = keeping.get(`form-${name}`) ?? '';
    input.addEventListener('input', () => keeping.set(`form-${name}`, input.value || undefined));
  }
  return fields;
}

/** What is to be said; undefined where something is missing, which is said and focused. */
function readFields({ email, name, subject, text }: Fields, words: Words): Said | undefined {
  email.setFault(isEmail(email.value()) ? undefined : words.emailNeeded);
  text.setFault(text.value() === '' ? words.textNeeded : undefined);
  const wrong = [email, text].find(({ input }) => input.hasAttribute('aria-invalid'));
  if (wrong !== undefined) {
    wrong.input.focus();
    return undefined;
  }
  return {
    piiText: text.value(),
    piiEmail: email.value(),
    ...(subject.value() !== '' && { piiSubject: subject.value() }),
    ...(name.value() !== '' && { piiName: name.value() }),
  };
}

/** The token of the request that is being written. */
function formToken(keeping: Keeping): string {
  const token = keeping.get('form-token') ?? mintToken();
  keeping.set('form-token', token);
  return token;
}

function filesField(words: Words, tray: FileTray): HTMLElement {
  return el(
    'div',
    { class: 'field', role: 'group', 'aria-label': words.files },
    tray.choose,
    tray.element,
  );
}

/** Why it was not sent: the centre says so, or was not reached. */
type Fault = Partial<Pick<Refused, 'field' | 'title'>>;

interface Submission {
  readonly api: ReturnType<typeof visitorApi>;
  readonly entryId: string;
  readonly keeping: Keeping;
  readonly said: Said;
}

/**
 * Sends the form and goes on to its status page. Sent again after a lost answer, it is the same request
 * of the same token. Returns why it could not be sent.
 */
async function submit({ api, entryId, keeping, said }: Submission): Promise<Fault | undefined> {
  const token = formToken(keeping);
  const key = keeping.get('form-key') ?? mintMessageKey();
  keeping.set('form-key', key);
  const sent = await api.say(token, said, key);
  if (!sent.ok) {
    const { refusal } = sent;
    // Something else was sent under this key, whose answer was lost: these are new words.
    if (refusal !== undefined) keeping.set('form-key', undefined);
    return refusal ?? {};
  }
  for (const name of ['token', 'key', 'subject', 'text']) keeping.set(`form-${name}`, undefined);
  keeping.set('files', undefined);
  location.assign(statusAddress(entryId, token));
  return undefined;
}
