import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth/types';
import { tokenHash } from '../secret-token.ts';

/**
 * The same adapter, which keeps sessions' tokens as hashes, and gives one back to who asked by it:
 * whoever reads the table cannot sign in with what he finds.
 */
export function hashSessionTokens(adapter: DBAdapter): DBAdapter {
  return {
    ...hashing(adapter),
    transaction: (work) => adapter.transaction((trx) => work(hashing(trx))),
  };
}

function hashing(inner: DBTransactionAdapter): DBTransactionAdapter {
  return {
    ...inner,
    create: async <T extends Record<string, unknown>, R = T>(
      asked: Parameters<typeof inner.create<T, R>>[0],
    ) => {
      const token = asked.data['token'];
      if (asked.model !== 'session' || typeof token !== 'string') {
        return await inner.create<T, R>(asked);
      }
      const data = { ...asked.data, token: tokenHash(token) };
      return clear(await inner.create<T, R>({ ...asked, data }), token);
    },
    findOne: async <T>(asked: Parameters<typeof inner.findOne>[0]) =>
      clear(await inner.findOne<T>(hashed(asked)), tokenIn(asked)),
    findMany: async <T>(asked: Parameters<typeof inner.findMany>[0]) => {
      const rows = await inner.findMany<T>(hashed(asked));
      return rows.map((row) => clear(row, tokenIn(asked)));
    },
    update: async <T>(asked: Parameters<typeof inner.update>[0]) =>
      clear(await inner.update<T>(hashed(asked)), tokenIn(asked)),
    updateMany: (asked) => inner.updateMany(hashed(asked)),
    delete: (asked) => inner.delete(hashed(asked)),
    deleteMany: (asked) => inner.deleteMany(hashed(asked)),
  };
}

interface Asked {
  readonly model: string;
  readonly where?: Where[] | undefined;
}

function tokenIn({ model, where = [] }: Asked): string | undefined {
  if (model !== 'session') return undefined;
  const value = where.find(({ field }) => field === 'token')?.value;
  return typeof value === 'string' ? value : undefined;
}

function hashed<Question extends Asked>(asked: Question): Question {
  const token = tokenIn(asked);
  if (token === undefined) return asked;
  const where = (asked.where ?? []).map((condition) =>
    condition.field === 'token' ? { ...condition, value: tokenHash(token) } : condition,
  );
  return { ...asked, where };
}

/** The row with the token that its reader knows already. */
function clear<Row>(row: Row, token: string | undefined): Row {
  if (token === undefined || row === null) return row;
  return { ...row, token };
}
