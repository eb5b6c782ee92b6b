import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Database } from "../database/database.ts";

/** An unguessable name for an address or a cookie: 128 random bits as 22 URL-safe characters. */
export function newKey(): string {
  return randomBytes(16).toString("base64url");
}

export function isKey(text: unknown): text is string {
  return typeof text === "string" && /^[\w-]{22}$/.test(text);
}

/** Whether two texts are equal, in a time that does not tell how much of them is. */
export function equalsSecretly(a: string, b: string): boolean {
  const [left, right] = [digest("compare", a), digest("compare", b)];
  return timingSafeEqual(left, right);
}

/** The proof that a form came from us and was shown to the same browser. */
export function formToken(secret: string, cookie: string): string {
  return digest(secret, cookie).toString("base64url");
}

/** The key that signs forms, made on the first start and kept in the database. */
export async function formSecret(database: Database): Promise<string> {
  await database.query(
    "insert into secrets (name, value) values ('forms', $1) on conflict (name) do nothing",
    [newKey() + newKey()],
  );
  const [row] = await database.query<{ value: string }>(
    "select value from secrets where name = 'forms'",
  );
  return row?.value ?? "";
}

function digest(secret: string, text: string): Buffer {
  return createHmac("sha256", secret).update(text).digest();
}
