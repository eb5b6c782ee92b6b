import type { Context } from "hono";
import { cleanLine } from "./clean-text.ts";
import { LIMITS } from "./limits.ts";

/** What is searched for; `wasCut` when it was longer than a search takes. */
interface Query {
  readonly query: string;
  readonly wasCut: boolean;
}

/** What is searched for, from the address. */
export function readQuery(c: Context): Query {
  return cutQuery(c.req.query("q"));
}

/** A text as a query: one line, not too long. */
export function cutQuery(text: string | undefined): Query {
  const whole = [...cleanLine(text)];
  const query = whole.slice(0, LIMITS.query).join("").trim();
  return { query, wasCut: whole.length > LIMITS.query };
}
