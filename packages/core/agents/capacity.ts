import { CHANNELS, type Channel } from '../channel.ts';

/**
 * How much work an agent carries at once.
 *
 * An item of a channel takes that channel's weight of the agent's units; a channel without a weight
 * is one that he does not serve.
 */
export interface Capacity {
  readonly units: number;
  readonly weights: Readonly<Partial<Record<Channel, number>>>;
}

/** One live conversation at a time, or three chats, or four replies beside each other. */
export const STANDARD_CAPACITY: Capacity = {
  units: 12,
  weights: {
    phone: 12,
    video: 12,
    'walk-up': 12,
    deskside: 12,
    chat: 4,
    messaging: 3,
    sms: 3,
    email: 3,
    web: 3,
    mobile: 3,
    fax: 3,
    autolog: 3,
  },
};

/** Names the first field of `capacity` that makes no sense, or returns undefined. */
export function capacityFault(capacity: Capacity): { field: string; expected: string } | undefined {
  if (!isWhole(capacity.units) || capacity.units < 1) {
    return { field: 'capacity.units', expected: 'a whole number of at least 1' };
  }
  for (const channel of CHANNELS) {
    const weight = capacity.weights[channel];
    if (weight !== undefined && (!isWhole(weight) || weight < 1)) {
      return { field: `capacity.weights.${channel}`, expected: 'a whole number of at least 1' };
    }
  }
  return undefined;
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value);
}
