import {
  type Accumulator,
  type Because,
  Instant,
  type Interval,
  parseInput,
  wilsonInterval,
} from "@kefu/core";
import { z } from "zod";
import { checked } from "./checked.ts";
import { SendHourPolicy, type SendHourPolicyInput } from "./contact-policy.ts";
import { DAY, firstShown, lastShown, type Offsets, offsetsAround, wallAt } from "./wall-clock.ts";

const HOUR = 3_600_000;

/** A sign that a message reached someone: it was opened, clicked, answered. */
export const MessageResponse = z.strictObject({
  /** When. */
  at: Instant,
  /** IANA name of the zone that the customer lives in. */
  timeZone: z.string(),
  /** Whether a machine did it, as mail programs do that load all pictures beforehand; such a response does not count. */
  machine: z.boolean().default(false),
});
/** A sign that a message reached someone, see the schema of the same name. */
export interface MessageResponse extends Readonly<z.input<typeof MessageResponse>> {}

/** How many responses came in each hour of the customer's day, from midnight on: 24 counts. */
export const ResponseHours = z.array(z.int().nonnegative()).length(24).readonly();
/** How many responses came in each hour of the customer's day, see the schema of the same name. */
export type ResponseHours = z.output<typeof ResponseHours>;

/**
 * Counts responses by the hour of the customer's day, as an accumulator. Those of machines are left out.
 *
 * @example
 * ```ts
 * import { accumulate, instant } from "@kefu/core";
 * import { responseHours } from "@kefu/personalization";
 *
 * const evening = { at: instant("2026-03-02T19:30:00+08:00"), timeZone: "Asia/Shanghai" };
 * accumulate(responseHours, [evening, { ...evening, machine: true }])[19]; // => 1
 * ```
 */
export const responseHours: Accumulator<MessageResponse, ResponseHours, ResponseHours> = {
  create: () => new Array<number>(24).fill(0),
  add: (sum, response) => {
    const counts = parseInput(ResponseHours, "response hours", sum);
    const { at, timeZone, machine } = parseInput(MessageResponse, "response", response);
    const hour = hourOf(wallAt(offsetsAround(timeZone, at), at));
    return machine ? counts : counts.map((count, of) => (of === hour ? count + 1 : count));
  },
  merge: (one, other) => {
    const counts = parseInput(ResponseHours, "response hours", one);
    const more = parseInput(ResponseHours, "response hours", other);
    return counts.map((count, hour) => count + (more[hour] ?? 0));
  },
  finish: (sum) => parseInput(ResponseHours, "response hours", sum),
};

/** Which hour to write at, and what speaks for it. */
export interface SendHour {
  /** From 0 to 23, on the customer's clock. */
  readonly hour: number;
  /** Within what the share of responses in this hour lies, with 95 % confidence; absent for the fallback. */
  readonly interval?: Interval;
  /** `"past-responses"` (`count` of `total`), or `"few-responses"` (`total` of `minimum`) for the fallback. */
  readonly because: Because<"past-responses" | "few-responses">;
}

/**
 * The hour at which a customer answered most messages in the past.
 *
 * Only hours from `fromHour` to `toHour` come into question; of hours that are alike the earliest. With fewer than
 * `minimumResponses` in all hours together, or none in these, it is `fallbackHour`.
 *
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape
 *
 * @example
 * ```ts
 * import { bestSendHour } from "@kefu/personalization";
 *
 * const responses = [0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 9];
 * bestSendHour({ minimumResponses: 10 }, responses).hour; // => 19
 * bestSendHour({ minimumResponses: 30 }, responses).because; // => { code: "few-responses", facts: { total: 17, minimum: 30 } }
 * ```
 */
export function bestSendHour(policy: SendHourPolicyInput, responses: ResponseHours): SendHour {
  const read = parseInput(SendHourPolicy, "send hour policy", policy);
  return sendHourOf(read, checked(ResponseHours, "response hours", responses));
}

/** {@link bestSendHour} of what is known to be in shape. */
export function sendHourOf(policy: SendHourPolicy, responses: ResponseHours): SendHour {
  const { fromHour, toHour, minimumResponses: minimum, fallbackHour } = policy;
  let total = 0;
  let hour = fromHour;
  responses.forEach((count, candidate) => {
    total += count;
    const isAllowed = candidate >= fromHour && candidate <= toHour;
    if (isAllowed && count > (responses[hour] ?? 0)) hour = candidate;
  });
  const count = responses[hour] ?? 0;
  if (total < minimum || count === 0) {
    return { hour: fallbackHour, because: { code: "few-responses", facts: { total, minimum } } };
  }
  const interval = wilsonInterval(count, total);
  return { hour, interval, because: { code: "past-responses", facts: { count, total } } };
}

/** The first moment from `at` on at which the clock shows that hour; one that is skipped counts as the moment after it. */
export function nextAtHour(timeZone: string, hour: number, at: number): number {
  const offsets: Offsets = offsetsAround(timeZone, at);
  const wall = wallAt(offsets, at);
  if (hourOf(wall) === hour) return at;
  for (let day = Math.floor(wall / DAY) * DAY - DAY; ; day += DAY) {
    const reading = day + hour * HOUR;
    const first = firstShown(offsets, reading);
    const found = first >= at ? first : lastShown(offsets, reading);
    if (found >= at) return found;
  }
}

function hourOf(wall: number): number {
  return Math.floor(wall / HOUR) - Math.floor(wall / DAY) * 24;
}
