import type { Instant } from "@kefu/core";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Database } from "../database/database.ts";
import { isKey, newKey } from "./keys.ts";
import { cookieOptions } from "./visit-cookie.ts";

const NAME = "desk";

/** A working day and a little. */
const LASTS = 12 * 3_600_000;

/** The key of the agent's session in the browser's cookie, right or not. */
export function agentCookie(c: Context): string | undefined {
  const key = getCookie(c, NAME);
  return isKey(key) ? key : undefined;
}

/** Whether the browser belongs to an agent who is signed in. */
export async function isAgent(c: Context, database: Database, now: Instant): Promise<boolean> {
  const key = agentCookie(c);
  if (key === undefined) return false;
  const rows = await database.query(
    "select 1 as one from agent_sessions where key = $1 and expires_at > $2",
    [key, new Date(now)],
  );
  return rows.length > 0;
}

export async function signIn(c: Context, database: Database, now: Instant): Promise<void> {
  const key = newKey();
  await database.query("delete from agent_sessions where expires_at <= $1", [new Date(now)]);
  await database.query("insert into agent_sessions (key, expires_at) values ($1, $2)", [
    key,
    new Date(now + LASTS),
  ]);
  setCookie(c, NAME, key, cookieOptions(c));
}

export async function signOut(c: Context, database: Database): Promise<void> {
  await database.query("delete from agent_sessions where key = $1", [agentCookie(c)]);
  deleteCookie(c, NAME, { path: "/" });
}
