import { Check } from 'lucide-react';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { useWords } from './words/words.ts';

interface Order {
  /** The first step that is not done; undefined where all are. */
  readonly current: number | undefined;
  readonly tell: (number: number, isDone: boolean) => void;
}

const OrderContext = createContext<Order>({ current: undefined, tell: () => undefined });

/** Steps in their order, of which the first that is not done is the current one. */
export function Steps({ children }: { readonly children: ReactNode }) {
  const [done, setDone] = useState<ReadonlyMap<number, boolean>>(new Map());
  const order = useMemo<Order>(() => {
    const open = [...done].filter(([, isDone]) => !isDone).map(([number]) => number);
    return {
      current: open.length === 0 ? undefined : Math.min(...open),
      tell: (number, isDone) =>
        setDone((before) => {
          const isSame = before.get(number) === isDone;
          return isSame ? before : new Map(before).set(number, isDone);
        }),
    };
  }, [done]);
  return (
    <OrderContext value={order}>
      <ol className="set-up-steps">{children}</ol>
    </OrderContext>
  );
}

/** A step: whether it is done, and in words what is true now. */
export function Step({
  number,
  title,
  isDone,
  says,
  act,
}: {
  readonly number: number;
  readonly title: string;
  readonly isDone: boolean;
  readonly says: ReactNode;
  readonly act?: ReactNode;
}) {
  const say = useWords();
  const { current, tell } = use(OrderContext);
  useEffect(() => tell(number, isDone), [tell, number, isDone]);
  return (
    <li data-done={isDone} aria-current={number === current ? 'step' : undefined}>
      <span className="mark-of-step num" aria-hidden="true">
        {isDone ? <Check size={14} /> : number}
      </span>
      <h3>
        {title}
        <span className="unseen"> {say(isDone ? 'start.done' : 'start.not-done')}</span>
      </h3>
      <p role="status">{says}</p>
      <span className="acts">{act}</span>
    </li>
  );
}
