/** A whole number of any size: a number as long as it is exact as one, which is quicker, else a bigint. */
export type Whole = number | bigint;

const MOST = Number.MAX_SAFE_INTEGER;

/** `one + other`. */
export function plus(one: Whole, other: Whole): Whole {
  if (typeof one === "number" && typeof other === "number") {
    const sum = one + other;
    if (sum <= MOST && sum >= -MOST) return sum;
  }
  return BigInt(one) + BigInt(other);
}

/** `one - other`. */
export function minus(one: Whole, other: Whole): Whole {
  if (typeof one === "number" && typeof other === "number") {
    const difference = one - other;
    if (difference <= MOST && difference >= -MOST) return difference;
  }
  return BigInt(one) - BigInt(other);
}

/** `one * other`. */
export function times(one: Whole, other: Whole): Whole {
  if (typeof one === "number" && typeof other === "number") {
    const product = one * other;
    if (product <= MOST && product >= -MOST) return product;
  }
  return BigInt(one) * BigInt(other);
}

/** `one / other`, towards zero. */
export function quotient(one: Whole, other: Whole): Whole {
  if (typeof one === "number" && typeof other === "number") return (one - (one % other)) / other;
  return BigInt(one) / BigInt(other);
}

/** A bigint as a number, where it is exact as one. */
export function whole(given: bigint): Whole {
  return given <= MOST && given >= -MOST ? Number(given) : given;
}
