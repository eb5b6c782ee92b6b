import { type Instant, parseInput } from "@kefu/core";
import { z } from "zod";
import { NEVER } from "../programme/wall-time.ts";
import {
  type Edge,
  edgesOf,
  type Fact,
  factsOf,
  type QualificationInput,
} from "./qualifications.ts";
import { TierMoment, TierPolicy } from "./tier-policy.ts";
import { type WindowOf, windowsOf } from "./tier-window.ts";

const TierQuestion = z.strictObject({
  asOf: TierMoment,
  joinedAt: TierMoment.optional(),
});

/** When, and of whom. */
export interface TierQuestion {
  /** The moment asked about; what is known later does not count. */
  readonly asOf: Instant;
  /** When the customer joined; needed where windows begin on that day. */
  readonly joinedAt?: Instant;
}

/** What is known of a customer at a moment. */
export interface TierView {
  readonly policy: TierPolicy;
  readonly asOf: number;
  readonly windowOf: WindowOf;
  readonly facts: readonly Fact[];
  readonly edges: readonly Edge[];
  /** When something was taken back. */
  readonly takenBackAt: readonly number[];
}

/** Reads the question, and what is known by its moment. */
export function viewOf(
  policy: unknown,
  qualifications: readonly QualificationInput[],
  question: unknown,
): TierView {
  const parsed = parseInput(TierPolicy, "tier policy", policy);
  const { asOf, joinedAt } = parseInput(TierQuestion, "question", question);
  const windowOf = windowsOf(parsed, joinedAt);
  const facts = factsOf(qualifications, windowOf, asOf);
  const takenBack = facts.filter(({ isTakenBack }) => isTakenBack);
  const takenBackAt = [...new Set(takenBack.map(({ knownAt }) => knownAt))];
  return { policy: parsed, asOf, windowOf, facts, edges: edgesOf(facts), takenBackAt };
}

/** Moments that never come are `null`. */
export function momentOrNull(at: number): Instant | null {
  return Math.abs(at) >= NEVER ? null : (at as Instant);
}
