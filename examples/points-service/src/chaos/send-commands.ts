import { setTimeout as wait } from "node:timers/promises";
import type { PlannedCommand } from "./plan-commands.ts";

/** What a worker was told in answer to a delivery. */
export interface Answer {
  /** Which of its deliveries. */
  readonly position: number;
  /** `accepted`, `duplicate`, or the code of a refusal. */
  readonly outcome: string;
  /** How often the service decided, over all requests for it. */
  readonly attempts: number;
  /** How many requests it took. */
  readonly requests: number;
}

/** A service, here or far away. */
export type Send = (request: Request) => Response | Promise<Response>;

/** How many requests of a worker are under way at a time. */
const LANES = 4;
/** After so many failures in a row something is wrong with the service, and nobody is helped by more. */
const MOST_REQUESTS = 100;

/** Sends deliveries from a position on and tells each answer; several at a time. */
export async function sendCommands(
  send: Send,
  deliveries: readonly PlannedCommand[],
  { from, tell }: { readonly from: number; readonly tell: (answer: Answer) => Promise<void> },
): Promise<void> {
  let next = from;
  const lane = async () => {
    for (let position = next++; position < deliveries.length; position = next++) {
      await tell(await deliver(send, deliveries[position] as PlannedCommand, position));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** The same request until there is an answer: to be overtaken, or to hear nothing, is none. */
async function deliver(send: Send, planned: PlannedCommand, position: number): Promise<Answer> {
  let attempts = 0;
  for (let requests = 1; requests <= MOST_REQUESTS; requests++) {
    const response = await Promise.resolve(send(requestOf(planned, requests))).catch(() => null);
    attempts += Number(response?.headers.get("Attempts") ?? 0);
    if (response !== null && response.status !== 409 && response.status < 500) {
      const body = (await response.json()) as { outcome?: string; code?: string };
      return { position, attempts, requests, outcome: body.outcome ?? body.code ?? "" };
    }
    await wait(Math.random() * 100);
  }
  throw new Error(`No answer to ${planned.command.commandId} in ${MOST_REQUESTS} requests`);
}

/** The id in the header or in the body: both are the same to the service. */
function requestOf({ account, command }: PlannedCommand, requests: number): Request {
  const { commandId, ...rest } = command;
  const inHeader = requests % 2 === 1;
  return new Request(`${SERVICE}/accounts/${account}/commands`, {
    method: "POST",
    headers: inHeader ? { "Idempotency-Key": commandId } : {},
    body: JSON.stringify(inHeader ? rest : command),
  });
}

const SERVICE = process.env["SERVICE_URL"] ?? "http://localhost";
