import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { equalsSecretly, formToken } from "./keys.ts";

/** What a form sent: the last text of each name; files count as empty. */
export type FormValues = Readonly<Record<string, string>>;

/** @throws HTTPException 415 when the body is not a form's, 400 when it is cut off or malformed */
export async function readForm(c: Context): Promise<FormValues> {
  const type = c.req.header("content-type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) {
    throw new HTTPException(415);
  }
  try {
    const entries = Object.entries(await c.req.parseBody());
    return Object.fromEntries(
      entries.map(([name, value]) => [name, typeof value === "string" ? value : ""]),
    );
  } catch (error) {
    if (error instanceof HTTPException || isTooLarge(error)) throw error;
    throw new HTTPException(400);
  }
}

/** Whether the form was made by us for the browser that sent it. */
export function isOurForm(secret: string, cookie: string | undefined, values: FormValues): boolean {
  if (cookie === undefined) return false;
  return equalsSecretly(values["token"] ?? "", formToken(secret, cookie));
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && error.name === "BodyLimitError";
}
