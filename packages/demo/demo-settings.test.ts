import { expect, test } from 'vitest';
import { demoSettings, NotLoopback } from './demo-settings.ts';

const ask = (environment: Readonly<Record<string, string>>) =>
  demoSettings({ environment, port: undefined });

test.each(['127.0.0.1', '127.0.0.53', 'localhost', '::1'])('a demo may listen on %s', (host) => {
  expect(ask({ RAPPORT_HOST: host }).host).toBe(host);
});

test.each(['0.0.0.0', '::', '192.168.1.5', '127.example.org', 'demo.example.org'])(
  'a demo refuses to listen on %s',
  (host) => {
    expect(() => ask({ RAPPORT_HOST: host })).toThrow(NotLoopback);
  },
);

test('a demo has its own folder and its own database', () => {
  const settings = ask({
    RAPPORT_DATA: '/srv/rapport',
    DATABASE_URL: 'postgresql://somewhere/else',
    RAPPORT_PUBLIC_URL: 'https://desk.example.org',
  });
  expect(settings).toMatchObject({
    dataFolder: '/srv/rapport/demo',
    databaseUrl: undefined,
    publicUrl: undefined,
  });
});
