import { Fragment, type ReactNode, useId, useRef } from 'react';

export interface MenuItem {
  readonly label: ReactNode;
  readonly keys?: string;
  readonly isChosen?: boolean;
  /** Begins a group: what it is about. */
  readonly group?: string;
  readonly onChoose: () => void;
}

/** A button that opens a list of what may be done or chosen. */
export function Menu({
  label,
  button,
  className = 'button',
  openerId,
  items,
}: {
  readonly label: string;
  readonly button: ReactNode;
  readonly className?: string;
  /** By which a key finds the button. */
  readonly openerId?: string;
  readonly items: readonly MenuItem[];
}) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const place = (): void => {
    if (list.current === null || opener.current === null) return;
    const { left, right, bottom, top } = opener.current.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = list.current;
    const isBelow = bottom + 4 + height <= innerHeight || top - 4 - height < 0;
    const start = getComputedStyle(opener.current).direction === 'rtl' ? right - width : left;
    list.current.style.left = `${Math.max(8, Math.min(start, innerWidth - width - 8))}px`;
    list.current.style.top = `${isBelow ? bottom + 4 : top - 4 - height}px`;
  };
  return (
    <>
      <button
        ref={opener}
        id={openerId}
        type="button"
        className={className}
        aria-haspopup="menu"
        popoverTarget={id}
      >
        {button !== label && <span className="unseen">{label} </span>}
        {button}
      </button>
      <div
        ref={list}
        id={id}
        className="menu"
        role="menu"
        aria-label={label}
        popover="auto"
        onBeforeToggle={(event) => {
          if (event.newState === 'open') focusOnOpening(list.current);
        }}
        onToggle={(event) => {
          if (event.newState === 'open') place();
        }}
        onKeyDown={(event) => moveFocus(event, list.current)}
      >
        {items.map(({ label: name, keys, isChosen, group, onChoose }, index) => (
          <Fragment key={index}>
            {group !== undefined && (
              <p className="menu-group" role="presentation">
                {group}
              </p>
            )}
            <button
              type="button"
              role={isChosen === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={isChosen}
              tabIndex={-1}
              onClick={() => {
                list.current?.hidePopover();
                opener.current?.focus();
                onChoose();
              }}
            >
              {name}
              {keys !== undefined && <kbd aria-hidden="true">{keys}</kbd>}
            </button>
          </Fragment>
        ))}
      </div>
    </>
  );
}

/**
 * Marks what is chosen, else the first, for the platform to focus as the list opens: whatever key is
 * pressed next must find it there, and `toggle` comes later.
 */
function focusOnOpening(list: HTMLElement | null): void {
  const items = [...(list?.querySelectorAll('[role^="menuitem"]') ?? [])];
  const first = items.find((item) => item.ariaChecked === 'true') ?? items[0];
  for (const item of items) item.toggleAttribute('autofocus', item === first);
}

function moveFocus(event: React.KeyboardEvent, list: HTMLElement | null): void {
  if (list === null) return;
  const items = [...list.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  const at = items.findIndex((item) => item === document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  items.at(next % items.length)?.focus();
}
