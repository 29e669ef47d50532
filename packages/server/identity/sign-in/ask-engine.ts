import { APIError } from 'better-auth/api';

/** What came of asking the engine: its answer and the cookies that it sets, or that it was not so. */
export type EngineOutcome<Answer> =
  | { readonly ok: true; readonly answer: Answer; readonly cookies: readonly string[] }
  | { readonly ok: false; readonly code: string };

/** Asks the engine. What it refuses comes back as its code; what it fails at is thrown. */
export async function askEngine<Answer>(
  ask: () => Promise<{ readonly response: Answer; readonly headers: Headers }>,
): Promise<EngineOutcome<Answer>> {
  try {
    const { response, headers } = await ask();
    return { ok: true, answer: response, cookies: headers.getSetCookie() };
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
    return { ok: false, code: error.body?.code ?? error.status.toString() };
  }
}
