/** Items some thousand at a time, without the first ones; the next are read while these are worked on. */
export async function* readChunks<Item>(
  items: AsyncGenerator<Item>,
  { skipCount, size }: { readonly skipCount: number; readonly size: number },
): AsyncGenerator<readonly Item[]> {
  for (let skipped = 0; skipped < skipCount; skipped += 1) {
    if ((await items.next()).done === true) return;
  }
  let following = readChunk(items, size);
  try {
    for (;;) {
      const chunk = await following;
      if (chunk.length === 0) return;
      following = readChunk(items, size);
      // It is awaited in a moment; until then nobody else looks after it.
      following.catch(() => undefined);
      yield chunk;
    }
  } finally {
    await following.catch(() => undefined);
    await items.return(undefined);
  }
}

async function readChunk<Item>(items: AsyncGenerator<Item>, size: number): Promise<Item[]> {
  const chunk: Item[] = [];
  while (chunk.length < size) {
    const next = await items.next();
    if (next.done === true) break;
    chunk.push(next.value);
  }
  return chunk;
}
