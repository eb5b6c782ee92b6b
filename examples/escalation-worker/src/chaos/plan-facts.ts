import { type Instant, instant, type SeededRandom, seededRandom } from "@kefu/core";
import type { EscalationCommandInput } from "@kefu/escalation";
import { DESKS } from "../desk/policy.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The Monday before the last Sunday in March, on which Berlin changes to summer time. */
export const FIRST_DAY = instant("2026-03-23T00:00:00Z");
/** In how many days tickets are opened, and after how many nearly all has come due. */
const OPENING_DAYS = 5;
export const ALL_DAYS = 14;

/** The life of a ticket as it happens, and how the shop hears of it. */
export interface PlannedTicket {
  readonly id: string;
  /** What happens, in order. */
  readonly facts: readonly EscalationCommandInput[];
  /** When the shop is told what: late, twice, and therefore out of order. */
  readonly arrivals: readonly Arrival[];
}

/** A fact on its way to the shop. */
interface Arrival {
  readonly at: Instant;
  readonly fact: EscalationCommandInput;
}

/** What may happen to an open ticket. */
const HAPPENINGS = [
  { type: "agentMessage" },
  { type: "agentMessage" },
  { type: "customerMessage" },
  { type: "customerMessage" },
  { type: "setState", state: "pending" },
  { type: "setState", state: "open" },
  { type: "resolve" },
] as const;

/** The life of the ticket of some number; the same for the same seed. */
export function planTicket(seed: string, number: number): PlannedTicket {
  const random = seededRandom(`${seed}: ticket ${number}`);
  const desks = Object.keys(DESKS);
  let at = FIRST_DAY + random.integer(OPENING_DAYS * 24 * HOUR);
  const opening = {
    type: "open",
    id: "fact-0",
    at,
    policy: desks[number % desks.length] as string,
  };
  const facts = [opening as EscalationCommandInput];
  for (let count = 2 + random.integer(5); facts.length < count; ) {
    at += MINUTE + random.integer(12 * HOUR);
    const happening = HAPPENINGS[random.integer(HAPPENINGS.length)];
    facts.push({ ...happening, id: `fact-${facts.length}`, at } as EscalationCommandInput);
  }
  const arrivals = facts.flatMap((fact) => arrivalsOf(random, fact));
  return { id: `ticket-${number}`, facts, arrivals };
}

/** One fact in three is heard of late, up to a day; one in six is told twice. */
function arrivalsOf(random: SeededRandom, fact: EscalationCommandInput): Arrival[] {
  const late = random.integer(3) === 0 ? random.integer(24 * HOUR) : 0;
  const receivedAt = instant(fact.at + late);
  const heard = { ...fact, receivedAt };
  const first = { at: receivedAt, fact: heard };
  if (random.integer(6) > 0) return [first];
  return [first, { at: instant(receivedAt + random.integer(6 * HOUR)), fact: heard }];
}
