import {
  asId,
  type Command,
  createDesk,
  decide,
  type Desk,
  type DeskEvent,
  type Instant,
  STANDARD_CAPACITY,
  type WorkId,
} from '@rapport/core';

const AGENTS = 1_000;
const SKILLS = 50;
const CUSTOMERS = 50_000;
const PROMISE_ID = asId<'promise'>('promise_1');

/** A centre that is driven as fast as it decides, for benches. */
export interface BusyCentre {
  readonly desk: Desk;
  /** Gives a command and returns what happened. @throws {Error} it was refused. */
  readonly give: (command: Command) => readonly DeskEvent[];
  /** Takes a new item in; nobody can serve it where `isHopeless`. */
  readonly receive: (isHopeless: boolean) => readonly DeskEvent[];
  readonly at: () => Instant;
}

/** Sets up agents with three of fifty skills each, signed in; `take` sees what happened. */
export function busyCentre(take: (events: readonly DeskEvent[]) => void): BusyCentre {
  const desk = createDesk();
  let at = 1_700_000_000_000;
  let workCount = 0;
  const give = (command: Command): readonly DeskEvent[] => {
    at++;
    const result = decide(desk, command, at);
    if (!result.ok) throw new Error(`${command.type} was refused: ${result.refusal.code}`);
    take(result.value);
    return result.value;
  };
  give({ type: 'define-promise', promiseId: PROMISE_ID, targetMs: 20_000, shareRatio: 0.8 });
  for (let number = 0; number < AGENTS; number++) {
    const agentId = asId<'agent'>(`agent_${number}`);
    const skills = [0, 1, 2].map((step) => ({
      skill: `skill_${(number + step * 7) % SKILLS}`,
      level: 3,
    }));
    give({ type: 'register-agent', agentId, skills, capacity: STANDARD_CAPACITY });
    give({ type: 'set-agent-state', agentId, state: 'ready' });
  }
  const receive = (isHopeless: boolean): readonly DeskEvent[] => {
    const number = workCount++;
    return give({
      type: 'receive-work',
      workId: asId<'work'>(`work_${number}`),
      channel: 'phone',
      customerId: asId(`customer_${(number * 7_919) % CUSTOMERS}`),
      requirements: [{ skill: `skill_${number % SKILLS}`, minLevel: isHopeless ? 5 : 1 }],
      promiseId: PROMISE_ID,
    });
  };
  return { desk, give, receive, at: () => at };
}

/** Serves every offer among `events`, and those that follow from serving them, to the end. */
export function serveOffers(centre: BusyCentre, events: readonly DeskEvent[]): void {
  const offers: { workId: WorkId; agentId: ReturnType<typeof asId<'agent'>> }[] = [];
  const collect = (happened: readonly DeskEvent[]): void => {
    for (const event of happened) {
      if (event.type === 'work-offered') {
        offers.push({ workId: event.workId, agentId: event.agentId });
      }
    }
  };
  collect(events);
  for (let offer = offers.pop(); offer !== undefined; offer = offers.pop()) {
    collect(centre.give({ type: 'accept-offer', ...offer }));
    collect(centre.give({ type: 'complete-work', ...offer }));
  }
}
