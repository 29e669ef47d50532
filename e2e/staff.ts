import { ADMINISTRATOR, PASSWORD } from './centre-template.ts';
import type { Call, RunningCentre } from './start-centre.ts';

/** Somebody who works here. */
export interface Colleague {
  readonly name: string;
  readonly email: string;
  readonly personId: string;
  /** Undefined for whoever takes no work. */
  readonly agentId: string | undefined;
  readonly call: Call;
}

/** What there is before anybody comes: promises, a team, and these people. */
export interface Staff {
  readonly admin: Call;
  readonly agent: (name: string) => Promise<Colleague>;
  readonly supervisor: (name: string) => Promise<Colleague>;
  readonly planner: (name: string) => Promise<Colleague>;
}

const CHATS = 'chats';
const TEAM = 'care';

/** Sets an empty centre up so far that work can come. */
export async function hireStaff(centre: RunningCentre): Promise<Staff> {
  const admin = await centre.signIn(ADMINISTRATOR);
  await admin('PUT', `/promises/${CHATS}`, { targetMs: 120_000, shareRatio: 0.8 });
  await admin('PUT', `/teams/${TEAM}`, { name: 'Customer care' });
  const hire = async (name: string, person: object, agentId?: string): Promise<Colleague> => {
    const email = `${name.toLowerCase().replace(/\W+/gu, '.')}@example.org`;
    const invited = await admin('POST', '/people', { piiName: name, piiEmail: email, ...person });
    const { path } = invited['invitation'] as { path: string };
    const token = path.split('#')[1];
    await admin('POST', '/invitations/accept', { token, password: PASSWORD });
    const personId = String(invited['personId']);
    return { name, email, personId, agentId, call: await centre.signIn(email) };
  };
  return {
    admin,
    agent: async (name) => {
      const skills = [{ skill: 'billing', level: 3 }];
      const { agentId } = await admin('POST', '/agents', { piiName: name, teamId: TEAM, skills });
      const agent = await hire(name, { roles: ['agent'], agentId }, String(agentId));
      await agent.call('POST', '/me/state', { state: 'ready' });
      return agent;
    },
    supervisor: (name) => hire(name, { roles: ['supervisor'], ledTeamIds: [TEAM] }),
    planner: (name) => hire(name, { roles: ['planner'] }),
  };
}

/** A customer, and who knows him. */
export async function knownCustomer(
  { admin }: Staff,
  name: string,
  owner?: Colleague,
): Promise<string> {
  const email = `${name.toLowerCase().replace(/\W+/gu, '.')}@customer.example`;
  const { customerId } = await admin('POST', '/customers', {
    piiName: name,
    identities: [{ kind: 'email', value: email }],
  });
  if (owner !== undefined) {
    await admin('PUT', `/customers/${String(customerId)}/bond`, {
      ownerId: owner.agentId,
      deputyIds: [],
    });
  }
  return String(customerId);
}

/** Somebody writes; returns the id of the work. */
export async function write(
  { admin }: Staff,
  customerId: string,
  {
    subject,
    text,
    channel = 'chat',
    promiseId = CHATS,
  }: {
    readonly subject: string;
    readonly text: string;
    readonly channel?: 'chat' | 'email';
    readonly promiseId?: string;
  },
): Promise<string> {
  const { workId } = await admin('POST', '/interactions', {
    channel,
    customerId,
    piiSubject: subject,
    piiText: text,
    promiseId,
    requirements: [],
  });
  return String(workId);
}

/** Opens a way in for customers, by chat or by form. */
export async function openEntry(
  { admin }: Staff,
  entryId: string,
  channel: 'chat' | 'web',
): Promise<void> {
  await admin('PUT', `/entry-points/${entryId}`, {
    name: entryId,
    channel,
    isOpen: true,
    origins: [],
    promiseId: CHATS,
    requirements: [],
  });
}
