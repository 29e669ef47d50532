import { basename } from 'node:path';
import { refusalMessage } from '@rapport/protocol';
import type { Catalogue, Message, MessageField, NamedType } from './catalogue.ts';
import { code, firstSentence, paragraphs, table } from './markdown.ts';

const GENERATED = 'This page is made by `npm run docs` from the docstrings of `packages/core`.';

/** The page of everything that can be asked of the desk. */
export function commandsPage(catalogue: Catalogue): string {
  const intro = [
    'What can be asked of the desk. A command carries what the asker knows; the host adds the time.',
    'It is answered by [events](events.md), or by one [refusal](refusals.md). ',
    GENERATED,
  ];
  return messagesPage({ title: 'Commands', intro }, catalogue.commands, catalogue);
}

/** The page of everything that the journal tells. */
export function eventsPage(catalogue: Catalogue): string {
  const intro = [
    'What happened at the desk, as the journal keeps it. A stored event is never changed; when its',
    'shape has to, a new version follows and the old one stays readable. ',
    GENERATED,
  ];
  return messagesPage({ title: 'Events', intro }, catalogue.events, catalogue);
}

/** The page of every reason for which a command is turned down. */
export function refusalsPage(catalogue: Catalogue): string {
  const intro = [
    'Why the desk turns a command down. The codes are stable, so that programs can rely on them;',
    'the sentences for people may change, and come from `packages/protocol`. ',
    GENERATED,
  ];
  return messagesPage({ title: 'Refusals', intro }, catalogue.refusals, catalogue, sentenceOf);
}

/** The page of what the fields of messages are made of. */
export function typesPage({ types }: Catalogue): string {
  return [
    '# Types',
    '',
    'What the fields of [commands](commands.md), [events](events.md) and [refusals](refusals.md) ' +
      'are made of.',
    GENERATED,
    '',
    ...types.flatMap((type) => [
      `## ${type.name}`,
      '',
      ...paragraphs(type.summary),
      '```ts',
      type.text,
      '```',
      '',
      `Declared in ${sourceLink(type.path)}.`,
      '',
    ]),
  ].join('\n');
}

interface Heading {
  readonly title: string;
  readonly intro: readonly string[];
}

function messagesPage(
  { title, intro }: Heading,
  messages: readonly Message[],
  { types }: Catalogue,
  remark: (message: Message) => readonly string[] = () => [],
): string {
  const groups = Map.groupBy(messages, ({ path }) => groupOf(path));
  const overview = [...groups].flatMap(([group, members]) =>
    members.map(({ name, summary }, position) => [
      position === 0 ? group : '',
      `[${name}](#${name})`,
      firstSentence(summary),
    ]),
  );
  const singular = title.replace(/s$/, '');
  return [
    `# ${title}`,
    '',
    ...intro,
    '',
    ...table(['', singular, 'Meaning'], overview),
    ...[...groups].flatMap(([group, members]) => [
      `## ${group}`,
      '',
      ...members.flatMap((message) => messageSection(message, types, remark(message))),
    ]),
  ].join('\n');
}

function messageSection(
  message: Message,
  types: readonly NamedType[],
  remark: readonly string[],
): readonly string[] {
  const rows = message.fields.map((field) => [
    code(field.name),
    typeText(field, types),
    meaningOf(field, types),
  ]);
  const version = message.version === undefined ? '' : `Version ${message.version}. `;
  return [
    `### ${message.name}`,
    '',
    ...paragraphs(message.summary),
    ...remark,
    ...table(['Field', 'Type', 'Meaning'], rows),
    `${version}Declared in ${sourceLink(message.path)}.`,
    '',
  ];
}

function typeText({ type, isOptional }: MessageField, types: readonly NamedType[]): string {
  const used = typesIn(type, types);
  const shown = code(type.replace(/^readonly /, ''));
  const [only] = used;
  const linked = used.length === 1 && only !== undefined ? `[${shown}](${anchor(only)})` : shown;
  return isOptional ? `${linked}, optional` : linked;
}

/** What the field's docstring says, or else its type's. */
function meaningOf({ summary, type }: MessageField, types: readonly NamedType[]): string {
  if (summary !== '') return summary;
  const [only, ...others] = typesIn(type, types);
  return only === undefined || others.length > 0 ? '' : firstSentence(only.summary);
}

function typesIn(text: string, types: readonly NamedType[]): readonly NamedType[] {
  const words = new Set(text.match(/\w+/g));
  return types.filter(({ name }) => words.has(name));
}

/** The sentence that people read, with each value replaced by its field's name. */
function sentenceOf({ name, fields }: Message): readonly string[] {
  const values = fields.map((field): [string, unknown] => {
    const word = `{${field.name}}`;
    return [field.name, field.type.endsWith('[]') ? [word] : word];
  });
  // A stand-in: the words show the fields' names where a real refusal has values.
  const standIn = { code: name, ...Object.fromEntries(values) } as Parameters<
    typeof refusalMessage
  >[0];
  return [`People read: “${refusalMessage(standIn)}”`, ''];
}

function groupOf(path: string): string {
  const folder = path.split('/').at(-2) ?? '';
  return folder === 'core' ? 'General' : folder.slice(0, 1).toUpperCase() + folder.slice(1);
}

function anchor({ name }: NamedType): string {
  return `types.md#${name.toLowerCase()}`;
}

function sourceLink(path: string): string {
  return `[${code(basename(path))}](../../${path})`;
}
