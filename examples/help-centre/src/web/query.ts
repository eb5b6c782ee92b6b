import type { Context } from "hono";
import { cleanLine } from "./clean-text.ts";
import { LIMITS } from "./limits.ts";

/** What is searched for, from the address; `wasCut` when it was longer than a search takes. */
export function readQuery(c: Context): { readonly query: string; readonly wasCut: boolean } {
  const whole = [...cleanLine(c.req.query("q"))];
  const query = whole.slice(0, LIMITS.query).join("").trim();
  return { query, wasCut: whole.length > LIMITS.query };
}
