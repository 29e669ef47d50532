import { expect, test, vi } from 'vitest';
import { strangerIn } from './principal.ts';
import { rememberPrincipals } from './remember-principals.ts';

const somebody = { ...strangerIn('main'), id: 'somebody' };

test('whoever was found is remembered for five seconds, whoever was not is not', async () => {
  vi.useFakeTimers();
  try {
    const find = vi.fn((hash: string) => Promise.resolve(hash === 'his' ? somebody : undefined));
    const memory = rememberPrincipals(find);
    expect(await memory.find('his')).toBe(somebody);
    expect(await memory.find('his')).toBe(somebody);
    expect(find).toHaveBeenCalledTimes(1);
    await memory.find('none');
    await memory.find('none');
    expect(find).toHaveBeenCalledTimes(3);
    vi.advanceTimersByTime(5_000);
    await memory.find('his');
    expect(find).toHaveBeenCalledTimes(4);
  } finally {
    vi.useRealTimers();
  }
});

test('what was read before something changed is not remembered after it', async () => {
  const reading = Promise.withResolvers<typeof somebody | undefined>();
  const find = vi.fn(() => reading.promise);
  const memory = rememberPrincipals(find);
  const early = memory.find('his');
  memory.forget();
  reading.resolve(somebody);
  await early;
  await memory.find('his');
  expect(find).toHaveBeenCalledTimes(2);
});
