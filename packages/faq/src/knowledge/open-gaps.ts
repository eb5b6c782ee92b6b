import { parseInput } from "@kefu/core";
import { z } from "zod";
import { readingOf } from "../reading.ts";
import type { KnowledgeGap } from "./find-gaps.ts";
import { GapBoard } from "./gap-decider.ts";

type GapVerdict = GapBoard["verdicts"][number];

const Gaps = z.array(
  z.object({
    question: z.string(),
    weight: z.number(),
    locales: z.array(z.string()).readonly(),
    members: z.array(z.object({ query: z.string(), weight: z.number() })).readonly(),
  }),
);

/** Queries that are read alike are one, whichever script they are typed in. */
const sameAs = (query: string): string => readingOf(query) || query;

/**
 * The gaps that are left to decide. A gap goes by the verdict under which more than half of its weight was decided
 * before, whatever it is called now; what was merged adds to the gap that it is a part of.
 *
 * @param gaps - from {@link findGaps}
 * @param board - the state of {@link gapDecider}
 * @returns the heaviest first, ties by question
 * @throws `InvalidInputError` when an argument has not its shape
 */
export function openGaps(gaps: readonly KnowledgeGap[], board: GapBoard): readonly KnowledgeGap[] {
  const { verdicts } = parseInput(GapBoard, "gap board", board);
  const verdictOf = new Map(
    verdicts.flatMap((verdict) =>
      [verdict.question, ...verdict.queries].map((query) => [sameAs(query), verdict] as const),
    ),
  );
  const parsed: KnowledgeGap[] = parseInput(Gaps, "gaps", gaps);
  const standing = parsed.map((gap) => majority(gap, (query) => verdictOf.get(sameAs(query))));
  const placeOf = new Map(
    parsed.flatMap(({ members }, at) => members.map(({ query }) => [sameAs(query), at] as const)),
  );
  const homeOf = (at: number) => {
    const passed = new Set<number>();
    let here: number | undefined = at;
    while (here !== undefined && !passed.has(here)) {
      passed.add(here);
      const verdict: GapVerdict | undefined = standing[here];
      if (verdict?.type !== "merged") return here;
      here = placeOf.get(sameAs(verdict.into));
    }
    return undefined;
  };
  const open = new Map<number, KnowledgeGap>();
  parsed.forEach((gap, at) => {
    const home = homeOf(at);
    if (home === undefined || standing[home] !== undefined) return;
    const there = open.get(home);
    open.set(
      home,
      there === undefined ? { ...gap, question: parsed[home]?.question ?? "" } : joined(there, gap),
    );
  });
  return [...open.values()].sort(
    (a, b) => b.weight - a.weight || (a.question < b.question ? -1 : 1),
  );
}

/** What more than half of the weight says. */
function majority<Verdict>(gap: KnowledgeGap, verdictOf: (query: string) => Verdict | undefined) {
  const weights = new Map<Verdict | undefined, number>();
  for (const { query, weight } of gap.members) {
    const verdict = verdictOf(query);
    weights.set(verdict, (weights.get(verdict) ?? 0) + weight);
  }
  return [...weights].find(([, weight]) => weight * 2 > gap.weight)?.[0];
}

function joined(one: KnowledgeGap, other: KnowledgeGap): KnowledgeGap {
  return {
    question: one.question,
    weight: one.weight + other.weight,
    locales: [...new Set([...one.locales, ...other.locales])].sort(),
    members: [...one.members, ...other.members].sort(
      (a, b) => b.weight - a.weight || (a.query < b.query ? -1 : 1),
    ),
  };
}
