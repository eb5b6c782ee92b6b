import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { isKey, newKey } from "./keys.ts";

declare module "hono" {
  interface ContextVariableMap {
    /** The visit that this request began; its cookie reaches the browser with the response. */
    newVisit?: string;
  }
}

const NAME = "visit";

/** The key of the visit that the browser's cookie names, when it has one. */
export function visitOf(c: Context): string | undefined {
  const key = c.get("newVisit") ?? getCookie(c, NAME);
  return isKey(key) ? key : undefined;
}

/** The key of the visit; a browser without one gets a cookie that lasts until it is closed. */
export function beginVisit(c: Context): string {
  const known = visitOf(c);
  if (known !== undefined) return known;
  const key = newKey();
  c.set("newVisit", key);
  setCookie(c, NAME, key, cookieOptions(c));
  return key;
}

/** Scripts cannot read the cookie; other sites cannot send it along with a form. */
export function cookieOptions(c: Context) {
  const secure = new URL(c.req.url).protocol === "https:";
  return { path: "/", httpOnly: true, sameSite: "Lax", secure } as const;
}
