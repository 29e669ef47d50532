import { createClient } from '@rapport/protocol';

/** Calls the server that this page came from, as whoever is signed in here. */
export const api = createClient({ baseUrl: location.origin });

/** What the server said in words when it refused. */
export interface Refusal {
  readonly type: string;
  readonly title: string;
  readonly field?: string | undefined;
}

/** The server refused, or could not be reached; `title` is for people. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly type: string;
  readonly field: string | undefined;

  constructor({ type, title, field }: Refusal) {
    super(title);
    this.type = type;
    this.field = field;
  }
}

/** What a call gives. @throws {Refused} it was refused. */
export async function answered<Data>(
  call: Promise<{ data?: Data; error?: unknown }>,
): Promise<Data> {
  const { data, error } = await call;
  if (error !== undefined) throw new Refused(error as Refusal);
  return data as Data;
}
