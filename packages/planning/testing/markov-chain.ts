/** A way out of a state, and how often it is taken in a unit of time. */
export interface Transition<State> {
  readonly to: State;
  readonly rate: number;
}

/**
 * The stationary distribution of a Markov chain, reached from `start`: what solves πQ = 0 with Σπ = 1, where Q is
 * the generator matrix that the transitions make. By the algorithm of Grassmann, Taksar and Heyman, which
 * subtracts nothing, so that no digit is lost. O(states³).
 *
 * Source: W. Grassmann, M. Taksar, D. Heyman, "Regenerative Analysis and Steady State Distributions for Markov
 * Chains", Operations Research 33, 1985.
 */
export function stationary<State>(
  start: State,
  transitionsOf: (state: State) => readonly Transition<State>[],
): readonly { readonly state: State; readonly share: number }[] {
  const states = [start];
  const places = new Map([[JSON.stringify(start), 0]]);
  const rows: Map<number, number>[] = [];
  for (let place = 0; place < states.length; place += 1) {
    const row = new Map<number, number>();
    for (const { to, rate } of transitionsOf(states[place] as State)) {
      const key = JSON.stringify(to);
      const found = places.get(key) ?? states.push(to) - 1;
      places.set(key, found);
      if (found !== place && rate > 0) row.set(found, (row.get(found) ?? 0) + rate);
    }
    rows.push(row);
  }
  const shares = solve(rows);
  return states.map((state, place) => ({ state, share: shares[place] ?? 0 }));
}

function solve(rows: readonly Map<number, number>[]): readonly number[] {
  const n = rows.length;
  const q = rows.map((row) => Float64Array.from({ length: n }, (_, to) => row.get(to) ?? 0));
  for (let last = n - 1; last > 0; last -= 1) {
    const out = q[last] as Float64Array;
    let sum = 0;
    for (let to = 0; to < last; to += 1) sum += out[to] as number;
    for (let from = 0; from < last; from += 1) {
      const row = q[from] as Float64Array;
      const into = ((row[last] as number) /= sum);
      if (into === 0) continue;
      for (let to = 0; to < last; to += 1)
        row[to] = (row[to] as number) + into * (out[to] as number);
    }
  }
  const shares = [1];
  for (let place = 1; place < n; place += 1) {
    let share = 0;
    for (let from = 0; from < place; from += 1) {
      share += (shares[from] ?? 0) * ((q[from] as Float64Array)[place] as number);
    }
    shares.push(share);
  }
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}
