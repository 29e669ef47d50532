/** Who listens to what, by key; a key that nobody listens to takes no room. */
export class Listeners<Listener> {
  readonly #byKey = new Map<string, Set<Listener>>();

  add(key: string, listener: Listener): void {
    const others = this.#byKey.get(key);
    if (others === undefined) this.#byKey.set(key, new Set([listener]));
    else others.add(listener);
  }

  remove(key: string, listener: Listener): void {
    const others = this.#byKey.get(key);
    if (others?.delete(listener) === true && others.size === 0) this.#byKey.delete(key);
  }

  of(key: string): ReadonlySet<Listener> {
    return this.#byKey.get(key) ?? NOBODY;
  }

  keys(): IterableIterator<string> {
    return this.#byKey.keys();
  }
}

const NOBODY: ReadonlySet<never> = new Set();
