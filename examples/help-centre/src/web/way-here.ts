import type { Context } from "hono";

/** The ways to an entry that are told apart. */
const WAYS = ["list", "clarify", "suggestion", "related", "tree"] as const;

/** How someone came to a page, as its address says: `from=list-2` is the second of a list. */
export interface WayHere {
  readonly via: (typeof WAYS)[number];
  /** From 1. */
  readonly position: number;
}

/** How someone came here; nothing where the address does not say it, or says nonsense. */
export function wayHere(c: Context): WayHere | undefined {
  const [, name, digits] = /^([a-z]+)-(\d{1,3})$/.exec(c.req.query("from") ?? "") ?? [];
  const via = WAYS.find((way) => way === name);
  const position = Number(digits);
  return via === undefined || !(position >= 1) ? undefined : { via, position };
}

export function wayPart({ via, position }: WayHere): string {
  return `${via}-${position}`;
}
