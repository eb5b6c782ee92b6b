/** What the package says to cases about survival, cohorts, scores and contracts. */
export const SURVIVAL_OPERATIONS: Readonly<Record<string, (given: never) => unknown>> = {};

/** Operations without an answer yet; the list is to become empty, and to stay so. */
export const NOT_YET: readonly string[] = [
  "sbg.fit",
  "bdw.fit",
  "retention.baselines",
  "retention.cohortTable",
  "survival.km",
  "survival.logrank",
  "rfm.score",
  "rfm.summary",
  "service.roi",
];
