import { InvalidInputError, parseInput } from "@kefu/core";
import type { LedgerCommandInput } from "@kefu/loyalty";
import { z } from "zod";

const Body = z.looseObject({
  type: z.string(),
  commandId: z.unknown().optional(),
  at: z.unknown().optional(),
});

/** What the service tells an account by itself, when the other account of a transfer or a merge is written, too. */
const NOT_FOR_CLIENTS = ["receive", "merge", "close"];

/** What a request asks of an account. */
export type AskedCommand =
  | { readonly command: LedgerCommandInput }
  | { readonly notForClients: string };

/** A request before it is read. */
export interface GivenCommand {
  readonly body: unknown;
  /** The header `Idempotency-Key`. */
  readonly key: string | undefined;
  /** When it came, for commands that do not say when they happened. */
  readonly now: number;
}

/**
 * The command in a request. Its id may stand in the header or in the body. The ledger itself reads the rest.
 *
 * @throws `InvalidInputError` where header and body name different ids, and where the body is no object
 */
export function commandOf({ body, key, now }: GivenCommand): AskedCommand {
  const { type, ...rest } = parseInput(Body, "command", body);
  if (NOT_FOR_CLIENTS.includes(type)) return { notForClients: type };
  const { commandId = key, at = now } = rest;
  if (key !== undefined && key !== commandId) {
    const message = "must be the same as the header Idempotency-Key";
    throw new InvalidInputError("command", [{ path: ["commandId"], message }]);
  }
  return { command: { ...rest, type, commandId, at } as LedgerCommandInput };
}
