/** That a customer goes before others, in the fields of the route that grants it: whoever does answers for it. */
interface CreditState {
  readonly priority: number;
  readonly untilAt: number;
}

export function creditState({ priority, untilAt }: CreditState): CreditState {
  return { priority, untilAt };
}
