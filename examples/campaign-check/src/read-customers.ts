import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { InvalidInputError, parseInput } from "@kefu/core";
import { CustomerContact, SentMessage } from "@kefu/personalization";
import { z } from "zod";
import { Mistake } from "./mistake.ts";
import { momentOf } from "./moment-of.ts";
import { jsonOf } from "./read-campaign.ts";

/** Whom a campaign may reach. */
const Customer = z.strictObject({
  /** What the rules look at; its `id` names the customer, and draws go by it. */
  profile: z.looseObject({ id: z.union([z.string().min(1), z.number()]) }),
  /** How to reach the customer. */
  contact: CustomerContact,
  /** What went to the customer before. */
  history: z.array(SentMessage).readonly().default([]),
});
/** Whom a campaign may reach, see the schema of the same name. */
export type Customer = z.output<typeof Customer>;

/**
 * Reads customers one by one, a JSON value a line.
 *
 * @param schema - what the campaign says that profiles look like
 * @throws {@link Mistake} naming the line
 */
export async function* readCustomers(
  file: string,
  schema: z.ZodType = z.unknown(),
): AsyncGenerator<Customer> {
  const lines = createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity });
  let line = 0;
  try {
    for await (const text of lines) {
      line++;
      if (text.trim() !== "") yield customerOf(text, `${file}:${line}`, schema);
    }
  } catch (error) {
    if (!(error instanceof Error) || !("syscall" in error)) throw error;
    throw new Mistake(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

function customerOf(text: string, place: string, schema: z.ZodType): Customer {
  const row = jsonOf(text, place);
  try {
    const customer = parseInput(Customer, "customer", withMoments(row));
    parseInput(schema, "profile", customer.profile);
    return customer;
  } catch (error) {
    if (!(error instanceof InvalidInputError || error instanceof Mistake)) throw error;
    throw new Mistake(`${place}: ${error.message.split("\n")[0]}`);
  }
}

const MOMENTS = new Set(["at", "confirmedAt", "expires", "from", "until"]);

/** Files write moments as ISO 8601; the profile is left as it is, for conditions read dates as they stand. */
function withMoments(row: unknown): unknown {
  if (typeof row !== "object" || row === null) return row;
  const { contact, history, ...rest } = row as Record<string, unknown>;
  return {
    ...rest,
    contact: momentsIn(contact),
    ...(history === undefined ? {} : { history: momentsIn(history) }),
  };
}

function momentsIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(momentsIn);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    const isMoment = MOMENTS.has(key) && typeof inner === "string";
    return [key, isMoment ? momentOf(inner, key) : momentsIn(inner)] as const;
  });
  return Object.fromEntries(entries);
}
