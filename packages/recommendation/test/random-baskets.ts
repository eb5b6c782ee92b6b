import { seededRandom } from "@kefu/core";

/** Baskets whose items have no order in common with their ids. */
export function randomBaskets(
  seed: string,
  baskets: number,
  items: number,
  longest = 7,
): string[][] {
  const random = seededRandom(seed);
  return Array.from({ length: baskets }, () =>
    Array.from({ length: random.integer(longest) }, () => {
      // Squared, so that some items are popular.
      const number = Math.floor(random.next() ** 2 * items);
      return `i${(number * 7919) % 1000}`;
    }),
  );
}
