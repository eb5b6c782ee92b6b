import { InvalidInputError } from "@kefu/core";
import { type DecisionTreeAnswer, type DecisionTreeStep, walkDecisionTree } from "@kefu/faq";

/** Where someone stands in a decision tree. */
export interface Standing {
  readonly step: DecisionTreeStep;
  /** The choices that led there. */
  readonly walk: readonly number[];
}

/** The choices in an address: `0.2.1`; none where it is not that. */
export function walkIn(text: string | undefined): readonly number[] {
  if (text === undefined || !/^\d{1,3}(\.\d{1,3}){0,49}$/.test(text)) return [];
  return text.split(".").map(Number);
}

/**
 * Where a walk stands, as far as the tree knows its choices: an old or mistyped address, or another language whose
 * tree has other choices, leads as far as it can.
 */
export function standAt(tree: DecisionTreeAnswer, walk: readonly number[]): Standing {
  try {
    const step = walkDecisionTree(tree, walk);
    return { step, walk: walk.slice(0, step.taken.length) };
  } catch (error) {
    if (!(error instanceof InvalidInputError) || walk.length === 0) throw error;
    return standAt(tree, walk.slice(0, -1));
  }
}
