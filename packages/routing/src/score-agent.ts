import { type Calendar, workingTimeBetween } from "@kefu/calendar";
import type { Because, Instant } from "@kefu/core";
import type { Agent } from "./agent.ts";
import type { RoutingPolicy } from "./routing-policy.ts";
import type { WorkItem } from "./work-item.ts";

const MINUTE = 60_000;

/** What speaks for an agent; `routingMessages` has the sentences. */
export type MeritCode =
  | "time-until-due"
  | "nothing-due"
  | "known-person"
  | "fair-share"
  | "rested"
  | "never-assigned";

/** How fair it would be, seen over all who could take the ticket. */
interface Shares {
  /** The sum of their weights. */
  readonly weight: number;
  /** The sum of the tickets that they got lately. */
  readonly recentAssignments: number;
}

/** How well an agent suits a ticket. */
export interface AgentScore {
  /** 0 to 1: the weighted mean of the parts. */
  readonly score: number;
  /** Each part that weighs, with the `points` that it gives to the score. */
  readonly because: readonly Because<MeritCode>[];
}

interface Part {
  /** 0 to 1. */
  readonly part: number;
  readonly code: MeritCode;
  readonly facts?: Because["facts"];
}

/** What scoring looks at. */
export interface ScoreQuestion {
  readonly weights: RoutingPolicy["weights"];
  readonly enoughTimeMilliseconds: number;
  readonly fullRestMilliseconds: number;
  readonly item: WorkItem;
  readonly at: Instant;
  readonly shares: Shares;
}

/** How well an agent suits a ticket. */
export function scoreAgent(question: ScoreQuestion, agent: Agent, calendar: Calendar): AgentScore {
  const { item, shares, weights } = question;
  const { slack, known, fairness, rest } = weights;
  const total = Math.max(1, slack + known + fairness + rest);
  const parts: [number, Part][] = [
    [slack, slackOf(question, agent, calendar)],
    [known, { part: agent.id === item.knownAgentId ? 1 : 0, code: "known-person" }],
    [fairness, fairnessOf(agent, shares)],
    [rest, restOf(question, agent)],
  ];
  const points = parts.map(([weight, { part }]) => (weight * part) / total);
  const because = parts.flatMap(([weight, { part, code, facts }], i) => {
    const isSilent = weight === 0 || (code === "known-person" && part === 0);
    return isSilent ? [] : [{ code, facts: { points: rounded(points[i] ?? 0, 1000), ...facts } }];
  });
  // Nine digits, so that no tie is broken by what addition leaves behind the comma.
  return {
    score: rounded(
      points.reduce((sum, one) => sum + one, 0),
      1e9,
    ),
    because,
  };
}

function slackOf(
  { item: { dueAt }, at, enoughTimeMilliseconds }: ScoreQuestion,
  { absences }: Agent,
  calendar: Calendar,
): Part {
  if (dueAt === undefined) return { part: 1, code: "nothing-due" };
  const pauses = absences.length > 0 ? { pauses: absences } : undefined;
  const left = dueAt <= at ? 0 : workingTimeBetween(calendar, at, dueAt, pauses);
  const minutes = Math.floor(left / MINUTE);
  return {
    part: Math.min(1, left / enoughTimeMilliseconds),
    code: "time-until-due",
    facts: { minutes },
  };
}

/** One more ticket is counted in, so that the first of the day has a share too. */
function fairnessOf(agent: Agent, shares: Shares): Part {
  const share = agent.weight / shares.weight;
  const got = agent.recentAssignments / (shares.recentAssignments + 1);
  return {
    part: (1 + share - got) / 2,
    code: "fair-share",
    facts: { got: agent.recentAssignments, percent: rounded(share * 100, 10) },
  };
}

function restOf({ at, fullRestMilliseconds }: ScoreQuestion, { lastAssignedAt }: Agent): Part {
  if (lastAssignedAt === undefined) return { part: 1, code: "never-assigned" };
  const since = Math.max(0, at - lastAssignedAt);
  const minutes = Math.floor(since / MINUTE);
  return { part: Math.min(1, since / fullRestMilliseconds), code: "rested", facts: { minutes } };
}

function rounded(value: number, steps: number): number {
  return Math.round(value * steps) / steps;
}
