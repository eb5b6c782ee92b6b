/** A multiple of four strips: Boole's rule is then exact to about twelve digits for these curves. */
const STRIPS = 2000;
const WEIGHTS = [14, 32, 12, 32];
/** Beyond exp(−40) of its height a curve has no area that counts. */
const DEPTH = 40;

/** How long those wait who have to wait and are answered; times in mean handle times. */
export interface AnsweredWaits {
  /** Of all who have to wait, the share that is answered within a time. */
  readonly shareWithin: (time: number) => number;
  /** The mean wait of those who are answered, times their share of all who have to wait. */
  readonly weightedMean: number;
}

/**
 * The waits of an Erlang A line with at least one agent. A caller of endless patience who has to wait would wait for a
 * time x with a density that is proportional to exp(load·patience·(1 − e^(−x/patience)) − agents·x); a real one is still
 * there with a probability of e^(−x/patience).
 *
 * @see S. Zeltyn, A. Mandelbaum: Call centers with impatient customers: many-server asymptotics of the M/M/n+G queue,
 *   Queueing Systems 51 (2005), 361–402, building blocks J and H
 */
export function answeredWaits(load: number, agents: number, patience: number): AnsweredWaits {
  const top = Math.max(0, patience * Math.log(load / agents));
  const density = (wait: number) => Math.exp(drop(load, agents, patience, wait - top));
  const answered = (wait: number) => density(wait) * Math.exp(-wait / patience);
  const from = Math.max(0, top - reach((step) => drop(load, agents, patience, -step), top));
  const to = top + reach((step) => drop(load, agents, patience, step), Number.POSITIVE_INFINITY);
  const all = integral(density, from, to);
  return {
    shareWithin: (time) => (time <= from ? 0 : integral(answered, from, Math.min(time, to)) / all),
    weightedMean: integral((wait) => wait * answered(wait), from, to) / all,
  };
}

/**
 * How far the exponent lies below its top, `step` away from it. Written so that nothing large is subtracted from
 * something as large: with load·patience·(1 − e^…) − agents·x, no digit would be left of a large desk.
 */
function drop(load: number, agents: number, patience: number, step: number): number {
  const slope = Math.min(load, agents);
  return (slope - agents) * step - slope * patience * linearExcess(step / patience);
}

/** u − (1 − e^(−u)), never negative. */
function linearExcess(u: number): number {
  if (Math.abs(u) > 0.01) return u + Math.expm1(-u);
  return ((u * u) / 2) * (1 - (u / 3) * (1 - (u / 4) * (1 - (u / 5) * (1 - u / 6))));
}

/** How far one must go from the top until the curve has sunk to nothing; at most `limit`. */
function reach(exponentAt: (step: number) => number, limit: number): number {
  let [near, far] = [0, 2 ** -40];
  while (far < limit && exponentAt(far) > -DEPTH) [near, far] = [far, far * 2];
  for (let halving = 0; halving < 20; halving++) {
    const middle = (near + far) / 2;
    if (exponentAt(middle) > -DEPTH) near = middle;
    else far = middle;
  }
  return Math.min(far, limit);
}

/** Boole's rule. */
function integral(height: (x: number) => number, from: number, to: number): number {
  const strip = (to - from) / STRIPS;
  let sum = 7 * (height(from) + height(to));
  for (let i = 1; i < STRIPS; i++) sum += (WEIGHTS[i % 4] as number) * height(from + i * strip);
  return (sum * strip * 2) / 45;
}
