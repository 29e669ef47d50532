import type { News } from './news.ts';

/** Two tones that rise for an offer; one, half as loud, for a message. */
const TONES = {
  offer: { hertz: [587, 784], gain: 0.5 },
  message: { hertz: [523], gain: 0.25 },
} as const;
const TONE_SECONDS = 0.16;

let context: AudioContext | undefined;

/** Sounds once, as loud as 0 to 1. Browsers keep a page silent in which nobody has pressed anything. */
export function sound(kind: News['kind'], volume: number): void {
  if (volume === 0) return;
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
  const { hertz, gain } = TONES[kind];
  for (const [index, frequency] of hertz.entries()) {
    play(context, { frequency, loudness: gain * volume, at: index * TONE_SECONDS });
  }
}

function play(
  { currentTime, destination }: AudioContext,
  tone: { readonly frequency: number; readonly loudness: number; readonly at: number },
): void {
  if (context === undefined) return;
  const from = currentTime + tone.at;
  const oscillator = context.createOscillator();
  const loudness = context.createGain();
  oscillator.frequency.value = tone.frequency;
  // From and to silence, so that nothing clicks.
  loudness.gain.setValueAtTime(0, from);
  loudness.gain.linearRampToValueAtTime(tone.loudness, from + 0.02);
  loudness.gain.linearRampToValueAtTime(0, from + TONE_SECONDS);
  oscillator.connect(loudness).connect(destination);
  oscillator.start(from);
  oscillator.stop(from + TONE_SECONDS);
}
