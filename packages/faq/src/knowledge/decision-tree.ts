import { InvalidInputError, type KefuIssue, parseInput } from "@kefu/core";
import { z } from "zod";

const nodeId = z.string().min(1).max(100);

const QuestionNode = z.strictObject({
  /** A node that asks. */
  kind: z.literal("question"),
  /** Unique in the tree. */
  id: nodeId,
  /** What to ask the customer, inline Markdown. */
  question: z.string().min(1),
  /** What the customer can choose, in the order shown; at least one. */
  options: z
    .array(
      z.strictObject({
        /** What the choice is called. */
        label: z.string().min(1),
        /** The id of the node that it leads to. */
        next: nodeId,
      }),
    )
    .min(1)
    .readonly(),
});

const OutcomeNode = z.strictObject({
  /** A node that ends the walk. */
  kind: z.literal("outcome"),
  /** Unique in the tree. */
  id: nodeId,
  /** What to do, Markdown. */
  markdown: z.string().min(1),
  /** Whether the customer needs a person now. */
  handOff: z.boolean().default(false),
});

/**
 * An answer that is found by asking back: "Does the lamp on the plug light up?". The first node is the
 * start. Every node can be reached, every choice leads to a node, and no walk comes back to where it was.
 */
export const DecisionTreeAnswer = z
  .strictObject({
    /** Tells the formats apart. */
    format: z.literal("decisionTree"),
    /** The nodes; the first one is where the walk starts. */
    nodes: z
      .array(z.discriminatedUnion("kind", [QuestionNode, OutcomeNode]))
      .min(1)
      .max(500)
      .readonly(),
  })
  .check(({ value, issues }) => {
    for (const { path, message } of faultsOf(value.nodes)) {
      issues.push({ code: "custom", input: value, path: ["nodes", ...path], message });
    }
  });
/** An answer that is found by asking back, see the schema of the same name. */
export interface DecisionTreeAnswer extends Readonly<z.output<typeof DecisionTreeAnswer>> {}
/** A decision tree as it is written: keys with a default may be left out. */
export interface DecisionTreeAnswerInput extends Readonly<z.input<typeof DecisionTreeAnswer>> {}

type TreeNode = DecisionTreeAnswer["nodes"][number];

/** Where a customer stands in a decision tree. */
export type DecisionTreeStep =
  | {
      /** The tree asks. */
      readonly kind: "question";
      /** The id of the node. */
      readonly nodeId: string;
      /** What to ask, inline Markdown. */
      readonly question: string;
      /** What can be chosen, by position. */
      readonly options: readonly string[];
      /** The questions answered so far, and how. */
      readonly taken: readonly DecisionTreeChoice[];
    }
  | {
      /** The walk has ended. */
      readonly kind: "outcome";
      /** The id of the node. */
      readonly nodeId: string;
      /** What to do, Markdown. */
      readonly markdown: string;
      /** Whether the customer needs a person now. */
      readonly handOff: boolean;
      /** The questions answered on the way, and how: what a person should see who takes over. */
      readonly taken: readonly DecisionTreeChoice[];
    };

/** A question that was answered. */
export interface DecisionTreeChoice {
  /** What was asked. */
  readonly question: string;
  /** What was chosen. */
  readonly answer: string;
}

/**
 * Walks a decision tree: pure, so that a page can keep the whole walk in its address.
 *
 * @param tree - the answer that holds the tree
 * @param choices - the position of the option taken at each question so far; `[]` at the start.
 *   Choices beyond an outcome are ignored.
 * @returns what to show now
 * @throws `InvalidInputError` when the tree is broken or a choice is none of the options
 *
 * @example
 * ```ts
 * import { walkDecisionTree } from "@kefu/faq";
 *
 * const tree = {
 *   format: "decisionTree" as const,
 *   nodes: [
 *     { kind: "question" as const, id: "light", question: "指示灯亮吗？", options: [{ label: "不亮", next: "plug" }] },
 *     { kind: "outcome" as const, id: "plug", markdown: "请检查插头。" },
 *   ],
 * };
 * walkDecisionTree(tree, []).kind; // => "question"
 * walkDecisionTree(tree, [0]).taken; // => [{ question: "指示灯亮吗？", answer: "不亮" }]
 * ```
 */
export function walkDecisionTree(
  tree: DecisionTreeAnswerInput,
  choices: readonly number[],
): DecisionTreeStep {
  const { nodes } = parseInput(DecisionTreeAnswer, "decision tree", tree);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const taken: DecisionTreeChoice[] = [];
  let node = nodes[0] as TreeNode;
  for (const [position, choice] of parseInput(Choices, "choices", choices).entries()) {
    if (node.kind === "outcome") break;
    const option = node.options[choice];
    if (option === undefined) {
      throw new InvalidInputError("choices", [
        { path: [position], message: "is none of the options" },
      ]);
    }
    taken.push({ question: node.question, answer: option.label });
    node = byId.get(option.next) as TreeNode;
  }
  return stepAt(node, taken);
}

const Choices = z.array(z.int().nonnegative()).max(500);

function stepAt(node: TreeNode, taken: readonly DecisionTreeChoice[]): DecisionTreeStep {
  if (node.kind === "outcome") {
    const { kind, id, markdown, handOff } = node;
    return { kind, nodeId: id, markdown, handOff, taken };
  }
  const options = node.options.map(({ label }) => label);
  return { kind: "question", nodeId: node.id, question: node.question, options, taken };
}

function faultsOf(nodes: readonly TreeNode[]): KefuIssue[] {
  const positions = new Map<string, number>();
  const faults: KefuIssue[] = [];
  nodes.forEach(({ id }, position) => {
    if (positions.has(id)) faults.push({ path: [position, "id"], message: `"${id}" occurs twice` });
    else positions.set(id, position);
  });
  faults.push(...deadChoices(nodes, positions));
  return faults.length > 0
    ? faults
    : [...lostNodes(nodes, positions), ...circles(nodes, positions)];
}

function deadChoices(
  nodes: readonly TreeNode[],
  positions: ReadonlyMap<string, number>,
): KefuIssue[] {
  return nodes.flatMap((node, position) =>
    (node.kind === "question" ? node.options : []).flatMap(({ next }, option) => {
      const path = [position, "options", option, "next"];
      return positions.has(next) ? [] : [{ path, message: `no node is called "${next}"` }];
    }),
  );
}

function nextOf(node: TreeNode | undefined, positions: ReadonlyMap<string, number>): number[] {
  if (node?.kind !== "question") return [];
  return node.options.map(({ next }) => positions.get(next) ?? 0);
}

function lostNodes(
  nodes: readonly TreeNode[],
  positions: ReadonlyMap<string, number>,
): KefuIssue[] {
  const reached = new Set([0]);
  for (const position of reached)
    for (const next of nextOf(nodes[position], positions)) reached.add(next);
  return nodes.flatMap((_, position) =>
    reached.has(position) ? [] : [{ path: [position], message: "no choice leads here" }],
  );
}

/** Takes away nodes that nothing leads to any more; what stays goes round in circles (Kahn 1962). */
function circles(nodes: readonly TreeNode[], positions: ReadonlyMap<string, number>): KefuIssue[] {
  const incoming = nodes.map(() => 0);
  const followers = nodes.map((node) => nextOf(node, positions));
  for (const next of followers.flat()) incoming[next] = (incoming[next] ?? 0) + 1;
  const free = incoming.flatMap((count, position) => (count === 0 ? [position] : []));
  for (const position of free) {
    for (const next of followers[position] ?? []) {
      incoming[next] = (incoming[next] ?? 0) - 1;
      if (incoming[next] === 0) free.push(next);
    }
  }
  return incoming.flatMap((count, position) =>
    count > 0
      ? [{ path: [position], message: "a walk through here comes back to where it was" }]
      : [],
  );
}
