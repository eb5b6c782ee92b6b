import { isDeepStrictEqual } from "node:util";
import { instant } from "@kefu/core";
import {
  type EscalationDecider,
  type EscalationEvent,
  type EscalationTicket,
  escalation,
  nextWakeAt,
  viewTicket,
} from "@kefu/escalation";
import { FIRST_DAY, type PlannedTicket, planTicket } from "../chaos/plan-facts.ts";
import type { Connection } from "../database/database.ts";
import { context } from "../desk/policy.ts";
import { liveOnTime, retell, standing } from "./retell.ts";

/** Where a ticket is not as it should be. */
interface Difference {
  readonly ticketId: string;
  readonly what: string;
}

/** A ticket as it was left. */
export interface FinishedTicket {
  readonly state: EscalationTicket;
  readonly log: readonly EscalationEvent[];
}

/** What was compared, and what differs. */
export interface Comparison {
  readonly tickets: number;
  readonly events: number;
  readonly corrections: number;
  readonly differences: readonly Difference[];
}

/** Long after everything. */
const END = instant(FIRST_DAY + 365 * 86_400_000);
const BATCH = 500;

/** Compares every ticket of a run with what one process makes of it. */
export async function findDifferences(
  database: Connection,
  { seed, tickets }: { readonly seed: string; readonly tickets: number },
): Promise<Comparison> {
  const sum = { tickets: 0, events: 0, corrections: 0, differences: [] as Difference[] };
  for (let first = 0; first < tickets; first += BATCH) {
    const plans = Array.from({ length: Math.min(BATCH, tickets - first) }, (_, i) =>
      planTicket(seed, first + i),
    );
    const finished = await readFinished(
      database,
      plans.map(({ id }) => id),
    );
    // A fresh decider a batch: what one remembers of a ticket is not needed afterwards.
    const decider = escalation(context);
    for (const plan of plans) {
      const ticket = finished.get(plan.id) ?? { state: decider.initial, log: [] };
      sum.tickets++;
      sum.events += ticket.log.length;
      sum.corrections += ticket.log.filter(({ because }) => because.code === "late-fact").length;
      const differences = differencesOf(decider, plan, ticket);
      sum.differences.push(...differences.map((what) => ({ ticketId: plan.id, what })));
    }
  }
  return sum;
}

/** In what a ticket differs from its plan. */
export function differencesOf(
  tickets: EscalationDecider,
  plan: PlannedTicket,
  { state, log }: FinishedTicket,
): readonly string[] {
  const serial = retell(tickets, log);
  const onTime = liveOnTime(tickets, plan.facts);
  const expected = standing(onTime.events);
  const found = standing(log);
  const missing = [...expected].filter(([what, at]) => found.get(what) !== at);
  const extra = [...found.keys()].filter((what) => !expected.has(what));
  return [
    ...(isSame(serial, { ticket: state, events: log })
      ? []
      : ["the log is not the work of one process"]),
    ...missing.map(([what, at]) => `${what} at ${at} is missing, there is ${found.get(what)}`),
    ...extra.map((what) => `${what} should not be`),
    ...(isSame(viewTicket(context, state, END), viewTicket(context, onTime.ticket, END))
      ? []
      : ["the ticket stands otherwise"]),
    ...(nextWakeAt(context, state) === null ? [] : ["a wake was lost"]),
  ];
}

/** As JSON, in which form everything is stored. */
function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)));
}

async function readFinished(
  database: Connection,
  ids: readonly string[],
): Promise<Map<string, FinishedTicket>> {
  const rows = await database.query<{ id: string } & FinishedTicket>(
    `select id, state, (
       select coalesce(json_agg(event order by number), '[]')
       from escalation_worker.ticket_events where ticket_id = id
     ) as log
     from escalation_worker.tickets where id = any($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, ...ticket }) => [id, ticket]));
}
