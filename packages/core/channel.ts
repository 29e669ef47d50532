/** Every way in which a customer and the company exchange something. */
export const CHANNELS = [
  'phone',
  'video',
  'chat',
  'walk-up',
  'email',
  'sms',
  'web',
  'messaging',
  'fax',
  'mobile',
  'autolog',
  'deskside',
] as const;

export type Channel = (typeof CHANNELS)[number];

const SYNCHRONOUS: ReadonlySet<Channel> = new Set(['phone', 'video', 'chat', 'walk-up']);

/** Whether a customer is there and waits while the item waits; the others come back for a reply. */
export function isSynchronous(channel: Channel): boolean {
  return SYNCHRONOUS.has(channel);
}
