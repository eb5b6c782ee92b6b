import { type Instant, instant, parseInput } from "@kefu/core";
import { balanceOf, verifyLog } from "@kefu/loyalty";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { carryOut, type Host } from "../ledger/carry-out.ts";
import { readLog } from "../ledger/event-log.ts";
import { readLedgerAt } from "../ledger/read-ledger.ts";
import { commandOf } from "./command-of.ts";
import { problem, problemOf, problemOfRefusal } from "./problem.ts";

const Path = z.object({
  id: z.string().regex(/^[\w.-]{1,64}$/, "must be 1 to 64 of A-Z a-z 0-9 _ . -"),
});
const BalanceQuestion = z.strictObject({ at: z.iso.datetime({ offset: true }).optional() });
const LogQuestion = z.strictObject({
  after: z.coerce.number().pipe(z.int().nonnegative()).default(0),
  limit: z.coerce.number().pipe(z.int().positive().max(1_000)).default(1_000),
});

/** The service as a function from requests to responses. */
export function pointsApp(host: Host, now: () => number): Hono {
  const app = new Hono();
  const onError = () => {
    throw new HTTPException(413);
  };
  app.onError((error, c) => {
    const told = problemOf(error);
    if (told.status === 500) console.error(error);
    return problem(c, told);
  });
  app.notFound((c) => problem(c, { status: 404, code: "not-found", title: "No such page." }));
  app.post("/accounts/:id/commands", bodyLimit({ maxSize: 1_000_000, onError }), async (c) =>
    answerCommand(c, { host, account: accountOf(c), now: now() }),
  );
  app.get("/accounts/:id/balance", async (c) => {
    const account = accountOf(c);
    const { at: asked } = parseInput(BalanceQuestion, "balance question", c.req.query());
    const at = instant(asked ?? now());
    const { state } = await readLedgerAt(host.database, host.cache, account, at);
    return c.json({ account, at: inWords(at), version: state.version, ...balanceOf(state, at) });
  });
  app.get("/accounts/:id/log", async (c) => {
    const account = accountOf(c);
    const { after, limit } = parseInput(LogQuestion, "log question", c.req.query());
    // The entry before vouches for the first of the page.
    const first = Math.max(0, after - 1);
    const read = await readLog(host.database, account, { after: first, limit: limit + 1 });
    const before = after === 0 ? undefined : read[0];
    const entries = before === undefined ? read.slice(0, limit) : read.slice(1);
    const verdict = verifyLog(entries, before === undefined ? {} : { since: before });
    return c.json({ account, entries, verdict });
  });
  return app;
}

interface Asked {
  readonly host: Host;
  readonly account: string;
  readonly now: number;
}

async function answerCommand(c: Context, { host, account, now }: Asked): Promise<Response> {
  const asked = commandOf({ body: await jsonOf(c), key: c.req.header("Idempotency-Key"), now });
  if ("notForClients" in asked) {
    const title = `Only the service itself tells an account to ${asked.notForClients}.`;
    return problem(c, { status: 403, code: "not-for-clients", title });
  }
  const { attempts, result } = await carryOut(host, account, asked.command);
  c.header("Attempts", String(attempts));
  if (result === "again") {
    const title = `Others were faster ${attempts} times; try again.`;
    c.header("Retry-After", "1");
    return problem(c, { status: 409, code: "version-conflict", title });
  }
  const { done } = result;
  if (done.outcome === "refused") return problem(c, problemOfRefusal(done.because));
  const { outcome, entry } = done;
  return c.json({ account, outcome, entry }, outcome === "accepted" ? 201 : 200);
}

/** JSON whatever the header says; what is no JSON is told like any other mistake. */
async function jsonOf(c: Context): Promise<unknown> {
  const text = await c.req.text();
  try {
    return JSON.parse(text);
  } catch {
    return parseInput(z.never("must be JSON"), "command", text);
  }
}

function accountOf(c: Context): string {
  return parseInput(Path, "account", { id: c.req.param("id") }).id;
}

function inWords(at: Instant): string {
  return new Date(at).toISOString();
}
