/** Bounded and in steps, because each priority in use is a class of its own. */
export function isPriority(priority: number): boolean {
  return Math.abs(priority) <= 10 && Math.abs(priority * 100 - Math.round(priority * 100)) < 1e-9;
}
