/**
 * Customers are parted by their names, so that each part holds whole customers and can be worked on by itself. As many
 * as it takes for a part to be small where there are millions; more would only make small files slower.
 */
export const PARTS = 32;

/**
 * Which part a customer is in, from 0; the same on every machine.
 *
 * @see G. Fowler, L. C. Noll, K.-P. Vo: the hash FNV-1a
 */
export function partOf(customerId: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < customerId.length; at++) {
    hash = Math.imul(hash ^ customerId.charCodeAt(at), 0x01000193);
  }
  // The low bits alone are the least mixed.
  return (hash ^ (hash >>> 15)) & (PARTS - 1);
}
