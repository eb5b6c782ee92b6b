/** `one * other / divisor` of whole numbers that are not negative, rounded down; exact whatever the product. */
export function wholeQuotient(one: number, other: number, divisor: number): number {
  const product = one * other;
  if (product <= Number.MAX_SAFE_INTEGER) return (product - (product % divisor)) / divisor;
  return Number((BigInt(one) * BigInt(other)) / BigInt(divisor));
}
