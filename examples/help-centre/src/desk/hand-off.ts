import type { Instant } from "@kefu/core";
import { feltSeconds, type TimePhase } from "@kefu/faq";
import type { VisitStep } from "../database/visits.ts";
import type { HandOffReason } from "../texts/texts.ts";
import { type Journey, LONGEST_PAUSE } from "./journey.ts";

/** Why someone turned to a person: the last thing that went wrong on the way counts. */
export function handOffReason({ steps, verdicts }: Journey): HandOffReason {
  if (steps.length === 0) return "came-straight";
  const last = steps.at(-1);
  if (last?.kind === "declined") return "choices-declined";
  if (last?.detail.handOff === true) return "tree-ended-here";
  if (verdicts.some(({ helpful }) => !helpful)) return "answer-did-not-help";
  const search = steps.findLast(({ kind }) => kind === "searched");
  return search?.outcome === "handOff" ? "nothing-fitted" : "asked-anyway";
}

/** Each search once, as it came out last. */
export function searchesOf({ steps }: Journey): VisitStep[] {
  const latest = new Map(
    steps.filter(({ kind }) => kind === "searched").map((step) => [step.query, step]),
  );
  return [...latest.values()];
}

/** The latest way through each decision tree. */
export function walksOf({ steps }: Journey): VisitStep[] {
  const latest = new Map(
    steps.filter(({ kind }) => kind === "walked").map((step) => [step.entryId, step]),
  );
  return [...latest.values()];
}

/** The entries that were offered when asking back, none of which was meant. */
export function declinedEntries({ steps }: Journey): string[] {
  const declined = steps.filter(({ kind }) => kind === "declined");
  return [...new Set(declined.flatMap(({ detail }) => detail.choices ?? []))];
}

/** How long the search felt, in milliseconds: where nothing was found, nobody knows how long it will take. */
export function timeFelt({ steps }: Journey, at: Instant): number {
  const phases = steps.map((step, index): TimePhase => {
    const pause = (steps[index + 1]?.at ?? at) - step.at;
    const seconds = Math.min(Math.max(0, pause), LONGEST_PAUSE) / 1000;
    return { feeling: isLost(step) ? "uncertain" : "occupied", seconds };
  });
  return feltSeconds(phases) * 1000;
}

function isLost({ kind, outcome }: VisitStep): boolean {
  return kind === "declined" || (kind === "searched" && outcome !== "answer");
}
