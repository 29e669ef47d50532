/**
 * Items some thousand at a time, each time as `read` makes them, without the first ones; the next are
 * read while these are worked on.
 */
export async function* readChunks<Item, Chunk>(
  items: AsyncGenerator<Item>,
  { skipCount, size }: { readonly skipCount: number; readonly size: number },
  read: (items: readonly Item[]) => Promise<Chunk>,
): AsyncGenerator<Chunk> {
  for (let skipped = 0; skipped < skipCount; skipped += 1) {
    if ((await items.next()).done === true) return;
  }
  const readNext = async (): Promise<Chunk | undefined> => {
    const some = await takeSome(items, size);
    return some.length === 0 ? undefined : await read(some);
  };
  let following = readNext();
  try {
    for (;;) {
      const chunk = await following;
      if (chunk === undefined) return;
      following = readNext();
      // It is awaited in a moment; until then nobody else looks after it.
      following.catch(() => undefined);
      yield chunk;
    }
  } finally {
    await following.catch(() => undefined);
    await items.return(undefined);
  }
}

async function takeSome<Item>(items: AsyncGenerator<Item>, size: number): Promise<Item[]> {
  const some: Item[] = [];
  while (some.length < size) {
    const next = await items.next();
    if (next.done === true) break;
    some.push(next.value);
  }
  return some;
}
