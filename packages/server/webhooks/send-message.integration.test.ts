import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { startReceiver, type WebhookReceiver } from '../testing/webhook-receiver.ts';
import { createSender, type Sender } from './send-message.ts';
import { newSigningSecret } from './sign-message.ts';
import type { Resolve } from './target-connector.ts';
import { targetRule } from './target-rule.ts';

const secrets = [newSigningSecret()];
const toHere = targetRule(['127.0.0.1']);
/** A name that leads to these addresses, one list after another. */
const leadingTo = (...answers: readonly string[][]): Resolve => {
  let count = 0;
  return () => {
    const addresses = answers[Math.min(count++, answers.length - 1)] ?? [];
    return Promise.resolve(addresses.map((address) => ({ address, family: 4 })));
  };
};

let receiver: WebhookReceiver;
let sender: Sender;

beforeEach(async () => {
  receiver = await startReceiver();
});

afterEach(async () => {
  await sender.stop();
  await receiver[Symbol.asyncDispose]();
});

const send = (url: string) => sender.send({ url, id: 'main_1_0', body: '{}', secrets });
/** The receiver under a name that only the given resolver knows. */
const named = () => `http://hook.example:${receiver.port}/`;

describe('a request', () => {
  test('goes to the address that was checked, not to where the name leads now', async () => {
    // Whoever asked twice would be led inside by the second answer.
    sender = createSender({ permits: toHere, resolve: leadingTo(['127.0.0.1'], ['127.0.0.2']) });
    expect(await send(named())).toEqual({ ok: true, status: 200 });
    expect(receiver.received[0]?.headers['host']).toBe(`hook.example:${receiver.port}`);
  });

  test('is checked anew with each connection', async () => {
    sender = createSender({ permits: toHere, resolve: leadingTo(['127.0.0.1'], ['127.0.0.2']) });
    receiver.answering = () => ({ status: 200, headers: { connection: 'close' } });
    expect(await send(named())).toMatchObject({ ok: true });
    expect(await send(named())).toEqual({ ok: false, fault: 'address-refused' });
    expect(receiver.received).toHaveLength(1);
  });

  test('does not go to a name of which one address is refused, or that has none', async () => {
    for (const addresses of [['127.0.0.1', '10.0.0.1'], ['10.0.0.1', '127.0.0.1'], []]) {
      sender = createSender({ permits: toHere, resolve: leadingTo(addresses) });
      expect(await send(named())).toEqual({ ok: false, fault: 'address-refused' });
      await sender.stop();
    }
    expect(receiver.received).toEqual([]);
  });

  test.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.1',
    '0177.1',
    '[::ffff:7f00:1]',
    'localhost',
  ])('does not go to %s where that is not listed', async (host) => {
    sender = createSender({ permits: targetRule([]) });
    for (const scheme of ['http', 'https']) {
      const came = await send(`${scheme}://${host}:${receiver.port}/`);
      expect(came).toEqual({ ok: false, fault: 'address-refused' });
    }
    expect(receiver.received).toEqual([]);
  });

  test('follows nobody who sends it elsewhere', async () => {
    await using inside = await startReceiver();
    sender = createSender({ permits: toHere });
    for (const status of [301, 302, 303, 307, 308]) {
      receiver.answering = () => ({ status, headers: { location: inside.url } });
      expect(await send(receiver.url)).toMatchObject({ ok: false, fault: 'redirect', status });
    }
    expect(inside.received).toEqual([]);
  });

  test('gives up when no answer comes in time, or when it is called off', async () => {
    sender = createSender({ permits: toHere, timeoutMs: 100 });
    receiver.answering = () => undefined;
    expect(await send(receiver.url)).toEqual({ ok: false, fault: 'timeout' });
    const calledOff = createSender({ permits: toHere });
    const underway = calledOff.send({ url: receiver.url, id: 'x', body: '{}', secrets });
    await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(2);
    await calledOff.stop();
    expect(await underway).toBeUndefined();
  });

  test('says why it did not arrive', async () => {
    sender = createSender({ permits: toHere });
    receiver.answering = () => 410;
    expect(await send(receiver.url)).toMatchObject({ ok: false, fault: 'gone', status: 410 });
    receiver.answering = () => ({ status: 429, headers: { 'retry-after': '7' } });
    const later = { ok: false, fault: 'status', status: 429, retryAfterMs: 7_000 };
    expect(await send(receiver.url)).toEqual(later);
    expect(await send('http://nobody.invalid/')).toEqual({ ok: false, fault: 'host-unknown' });
    const { url } = receiver;
    await receiver[Symbol.asyncDispose]();
    expect(await send(url)).toEqual({ ok: false, fault: 'unreachable' });
    receiver = await startReceiver();
  });
});

describe('by TLS', () => {
  test('only a receiver whose certificate is good gets anything', async () => {
    const folder = await temporaryFolder();
    const [key, cert] = ['key', 'cert'].map((name) => join(folder, name));
    const made = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=x
      -addext subjectAltName=DNS:hook.example -keyout ${String(key)} -out ${String(cert)}`;
    execFileSync('openssl', made.split(/\s+/), { stdio: 'ignore' });
    const tls = { key: readFileSync(String(key)), cert: readFileSync(String(cert)) };
    await rm(folder, { recursive: true });
    await using secure = await startReceiver(tls);
    const url = `https://hook.example:${secure.port}/`;
    sender = createSender({ permits: toHere, resolve: leadingTo(['127.0.0.1']) });
    expect(await send(url)).toEqual({ ok: false, fault: 'tls' });

    const known = getCACertificates('default');
    setDefaultCACertificates([...known, tls.cert.toString()]);
    try {
      expect(await send(url)).toEqual({ ok: true, status: 200 });
      expect(await send(url.replace('hook.', 'other.'))).toEqual({ ok: false, fault: 'tls' });
    } finally {
      setDefaultCACertificates(known);
    }
    expect(secure.received).toHaveLength(1);
  });
});
