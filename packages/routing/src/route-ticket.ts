import type { Calendar } from "@kefu/calendar";
import { type Because, bucketOf, Instant, millisecondsIn, parseInput } from "@kefu/core";
import { z } from "zod";
import { Agent, type AgentInput } from "./agent.ts";
import { type CalendarsByName, calendarNamed } from "./calendars.ts";
import {
  type ExclusionCode,
  reasonsAgainstForGood,
  reasonsOfCapacity,
  reasonsOffDuty,
} from "./eligibility.ts";
import { nextOnDuty } from "./next-eligible.ts";
import { RoutingPolicy, type RoutingPolicyInput } from "./routing-policy.ts";
import { type MeritCode, scoreAgent } from "./score-agent.ts";
import { WorkItem, type WorkItemInput } from "./work-item.ts";

const Agents = z
  .array(Agent)
  .refine((agents) => new Set(agents.map(({ id }) => id)).size === agents.length, {
    message: "must not name an agent twice",
  });

/** What routing goes by. */
export interface RoutingOptions {
  /** The calendars that the agents name, compiled, by that name. */
  readonly calendars: CalendarsByName;
  /** What counts, and how much; everything by default. */
  readonly policy?: RoutingPolicyInput;
}

/** Someone who could take the ticket. */
export interface RankedAgent {
  /** Who. */
  readonly agentId: string;
  /** How well they suit, 0 to 1. */
  readonly score: number;
  /** What the score is made of. */
  readonly because: readonly Because<MeritCode>[];
}

/** Someone who cannot take the ticket. */
export interface ExcludedAgent {
  /** Who. */
  readonly agentId: string;
  /** Everything that stands against it. */
  readonly because: readonly Because<ExclusionCode>[];
}

/** Why nobody can take the ticket; `routingMessages` has the sentences. */
export type NobodyCode = "no-agents" | "nobody-qualified" | "nobody-on-duty" | "nobody-free";

/** Who takes a ticket. */
export type RoutingResult =
  | {
      readonly outcome: "assigned";
      /** Who suits best: the first of `ranked`. */
      readonly agentId: string;
      /** Everyone who could take it, best first. */
      readonly ranked: readonly RankedAgent[];
      /** Everyone who could not, by id. */
      readonly excluded: readonly ExcludedAgent[];
    }
  | {
      readonly outcome: "nobody";
      /** What stands in the way of the last who were left. */
      readonly because: Because<NobodyCode>;
      /**
       * When the first of those comes on duty who are qualified and have room; `null` when nobody does. That somebody
       * gets done with other work is not foreseen: ask again when it happens.
       */
      readonly nextEligibleAt: Instant | null;
      /** Everyone, by id. */
      readonly excluded: readonly ExcludedAgent[];
    };

interface Candidate {
  readonly agent: Agent;
  readonly calendar: Calendar;
  readonly forGood: readonly Because<ExclusionCode>[];
  readonly offDuty: readonly Because<ExclusionCode>[];
  readonly full: readonly Because<ExclusionCode>[];
}

/**
 * Who takes a ticket. First, everyone is left out who lacks a skill or its level, the language, working hours, presence
 * or room; the others are scored by the policy. The order in which agents are listed does not matter: equal scores are
 * told apart as `tieBreak` says, at last by id. When nobody is left nothing is chosen; the result says why, and from when
 * on somebody could.
 *
 * @param item - the ticket
 * @param agents - everyone who may come into question, as things stand
 * @param at - the moment of the decision
 * @throws `InvalidInputError` when an argument is malformed, an agent is listed twice, or a calendar is missing
 * @throws `OutOfRangeError` of `@kefu/calendar` for moments outside the years that a calendar can answer for
 *
 * @example
 * ```ts
 * import { compileCalendar } from "@kefu/calendar";
 * import { instant } from "@kefu/core";
 * import { routeTicket } from "@kefu/routing";
 *
 * const at = instant("2026-11-24T09:00:00Z");
 * const calendars = { desk: compileCalendar({ timeZone: "UTC", weekly: { daily: [["08:00", "17:00"]] } }) };
 * const item = { id: "t1", openedAt: at, skills: { repairs: 2 }, language: "zh-TW" };
 * const agents = [
 *   { id: "lin", calendar: "desk", skills: { repairs: 3 }, languages: ["zh-Hant"] },
 *   { id: "ada", calendar: "desk", skills: { repairs: 5 }, languages: ["en"] },
 * ];
 * const result = routeTicket(item, agents, at, { calendars });
 * result.outcome === "assigned" && result.agentId; // => "lin"
 * result.excluded; // => [{ agentId: "ada", because: [{ code: "language-missing", facts: { language: "zh-TW" } }] }]
 * ```
 */
export function routeTicket(
  item: WorkItemInput,
  agents: readonly AgentInput[],
  at: Instant,
  options: RoutingOptions,
): RoutingResult {
  const work = parseInput(WorkItem, "work item", item);
  const moment = parseInput(Instant, "at", at);
  const policy = parseInput(RoutingPolicy, "routing policy", options?.policy ?? {});
  const candidates = parseInput(Agents, "agents", agents)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((agent) => candidateOf(agent, work, moment, options?.calendars));
  const eligible = candidates.filter((candidate) => against(candidate).length === 0);
  const excluded = candidates
    .filter((candidate) => against(candidate).length > 0)
    .map((candidate) => ({ agentId: candidate.agent.id, because: against(candidate) }));
  const ranked = rank(eligible, policy, work, moment);
  const [best] = ranked;
  if (best === undefined) return { ...nobody(candidates, moment), excluded };
  return { outcome: "assigned", agentId: best.agentId, ranked, excluded };
}

function candidateOf(
  agent: Agent,
  item: WorkItem,
  at: Instant,
  calendars: CalendarsByName | undefined,
): Candidate {
  const calendar = calendarNamed(calendars, agent.calendar);
  return {
    agent,
    calendar,
    forGood: reasonsAgainstForGood(agent, item),
    offDuty: reasonsOffDuty(agent, calendar, at),
    full: reasonsOfCapacity(agent, item),
  };
}

function against({ forGood, offDuty, full }: Candidate): readonly Because<ExclusionCode>[] {
  return [...forGood, ...offDuty, ...full];
}

/** Best first. The candidates come in the order of their ids, which the sort keeps where all else is equal. */
function rank(
  eligible: readonly Candidate[],
  policy: RoutingPolicy,
  item: WorkItem,
  at: Instant,
): readonly RankedAgent[] {
  const sumOf = (key: "weight" | "recentAssignments") =>
    eligible.reduce((sum, { agent }) => sum + agent[key], 0);
  const question = {
    item,
    at,
    weights: policy.weights,
    enoughTimeMilliseconds: millisecondsIn(policy.enoughTime),
    fullRestMilliseconds: millisecondsIn(policy.fullRest),
    shares: { weight: sumOf("weight"), recentAssignments: sumOf("recentAssignments") },
  };
  return eligible
    .map(({ agent, calendar }) => ({
      agentId: agent.id,
      ...scoreAgent(question, agent, calendar),
      draw: policy.tieBreak === "hash" ? bucketOf(item.id, agent.id) : 0,
    }))
    .sort((a, b) => b.score - a.score || a.draw - b.draw)
    .map(({ agentId, score, because }) => ({ agentId, score, because }));
}

function nobody(candidates: readonly Candidate[], at: Instant) {
  const qualified = candidates.filter(({ forGood }) => forGood.length === 0);
  const onDuty = qualified.filter(({ offDuty }) => offDuty.length === 0);
  const facts = { agents: candidates.length, qualified: qualified.length, onDuty: onDuty.length };
  const coming = qualified
    .filter(({ full }) => full.length === 0)
    .map(({ agent, calendar }) => nextOnDuty(agent, calendar, at))
    .filter((next) => next !== null)
    .sort((a, b) => a - b);
  const because: Because<NobodyCode> = { code: nobodyCode(facts), facts };
  return { outcome: "nobody", because, nextEligibleAt: coming[0] ?? null } as const;
}

function nobodyCode({ agents, qualified, onDuty }: Record<string, number>): NobodyCode {
  if (agents === 0) return "no-agents";
  if (qualified === 0) return "nobody-qualified";
  return onDuty === 0 ? "nobody-on-duty" : "nobody-free";
}
