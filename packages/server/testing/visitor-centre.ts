import { randomBytes } from 'node:crypto';
import { type Caller, callerAs, type HttpCentre, openHttpCentre } from './http-centre.ts';

/** A centre with the entry point `chat`, and Ted, who is ready to answer there. */
export interface VisitorCentre extends AsyncDisposable {
  readonly served: HttpCentre;
  readonly ted: Caller;
  readonly tedId: string;
  /** A visitor who was never here. */
  readonly visitor: () => Visitor;
  /** The latest interaction, once Ted has accepted it. */
  readonly accepted: () => Promise<Taken>;
}

/** An interaction in Ted's hands. */
interface Taken {
  readonly interactionId: string;
  readonly workId: string;
  readonly customerId: string;
}

/** Somebody on a page, with the token that he made. */
export interface Visitor {
  readonly say: (
    piiText: string,
    options?: { readonly key?: string; readonly fileIds?: readonly string[] },
  ) => Promise<Called>;
  readonly send: (
    content: Uint8Array<ArrayBuffer>,
    key?: string,
  ) => Promise<{ readonly status: number; readonly attachmentId: string; readonly type: string }>;
  readonly fileStatus: (attachmentId: string) => Promise<number>;
  readonly end: () => Promise<Called>;
}

type Called = Awaited<ReturnType<Caller>>;

const SERVE = ['work:serve', 'work:read', 'interactions:read', 'interactions:write'] as const;
const ENTRY = { name: 'Talk to us', channel: 'chat', isOpen: true, origins: [] };

export async function openVisitorCentre(): Promise<VisitorCentre> {
  const served = await openHttpCentre();
  const administrator = await served.callerWith([
    ...(['organisation:write', 'promises:write', 'agents:write', 'interactions:read'] as const),
  ]);
  const promise = { targetMs: 20_000, shareRatio: 0.8 };
  await administrator('PUT', '/api/v1/promises/chats', { body: promise });
  const capacity = { units: 100, weights: { chat: 1 } };
  const { answer } = await administrator('POST', '/api/v1/agents', {
    body: { piiName: 'Ted Brandt', skills: [], capacity },
  });
  const tedId = String(answer['agentId']);
  const ted = await served.callerWith(SERVE, tedId);
  await ted('POST', '/api/v1/me/state', { body: { state: 'ready' } });
  await administrator('PUT', '/api/v1/entry-points/chat', {
    body: { ...ENTRY, promiseId: 'chats', requirements: [] },
  });
  return {
    served,
    ted,
    tedId,
    visitor: () => visitorOf(served.address),
    accepted: async () => {
      const listed = await administrator('GET', '/api/v1/interactions?limit=1');
      const [item] = listed.answer['items'] as Taken[];
      if (item === undefined) throw new Error('nobody has written');
      const { status } = await ted('POST', `/api/v1/work/${item.workId}/accept`);
      if (status !== 200) throw new Error('Ted was not offered what came last');
      return item;
    },
    [Symbol.asyncDispose]: () => served[Symbol.asyncDispose](),
  };
}

let count = 0;

function visitorOf(address: string): Visitor {
  const authorization = `Bearer visit_${randomBytes(32).toString('base64url')}`;
  const call = callerAs(address, { authorization });
  const base = '/api/v1/visitor/chat';
  const newKey = (): string => `key ${(count += 1)}`;
  return {
    say: (piiText, { key = newKey(), fileIds = [] } = {}) => {
      const attachments = fileIds.map((attachmentId) => ({ attachmentId, piiName: 'plan.png' }));
      const body = { piiText, ...(fileIds.length > 0 && { attachments }) };
      return call('POST', `${base}/messages`, { body, key });
    },
    send: async (content, key = newKey()) => {
      const response = await fetch(`${address}${base}/files`, {
        method: 'POST',
        headers: {
          ...{ authorization, 'idempotency-key': key },
          'content-type': 'application/octet-stream',
        },
        body: content,
      });
      const answer = (await response.json()) as { attachmentId: string; type: string };
      return { status: response.status, ...answer };
    },
    fileStatus: async (attachmentId) => {
      const url = `${address}${base}/files/${attachmentId}`;
      return (await fetch(url, { headers: { authorization } })).status;
    },
    end: () => call('POST', `${base}/end`),
  };
}
