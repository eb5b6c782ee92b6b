import { type Condition, conditionFields, parseInput } from "@kefu/core";
import { Form, type FormInput } from "./form.ts";
import type { FormQuestion } from "./question.ts";

/** Something wrong with a form that only shows when its parts are seen together. */
export interface FormFinding {
  /**
   * `"duplicate-id"`: a name is taken; `"unknown-question"`: a condition, jump or calculation names what is not there;
   * `"forward-reference"`: it looks at what is asked later; `"cycle"`: jumps can lead round for ever; `"unreachable"`: no
   * way leads to the question; `"empty-range"`: no answer can satisfy its limits.
   */
  readonly code:
    | "duplicate-id"
    | "unknown-question"
    | "forward-reference"
    | "cycle"
    | "unreachable"
    | "empty-range";
  /** Where in the form. */
  readonly path: readonly (string | number)[];
  /** The questions concerned: the cycle in the order of the form, or the one with the fault. */
  readonly questions: readonly string[];
  /** The name that is meant, for references. */
  readonly ref?: string;
}

/**
 * What is wrong with a form beyond its shape. A form with findings is refused by `compileForm`.
 *
 * @throws `InvalidInputError` when the form has not its shape
 *
 * @example
 * ```ts
 * import { lintForm } from "@kefu/forms";
 *
 * const form = {
 *   id: "visit",
 *   questions: [{ id: "why", type: "text", visibleIf: { field: "rated", op: "lt", value: 3 } }],
 * } as const;
 * lintForm(form).map(({ code, ref }) => [code, ref]); // => [["unknown-question", "rated"]]
 * ```
 */
export function lintForm(form: FormInput): FormFinding[] {
  return findingsOf(parseInput(Form, "form", form));
}

/** The findings about a form that has its shape. */
export function findingsOf(form: Form): FormFinding[] {
  return [
    ...duplicates(form),
    ...wrongReferences(form),
    ...wrongCalculations(form),
    ...wrongWays(form),
    ...form.questions.flatMap(emptyRange),
  ];
}

type Path = readonly (string | number)[];

function duplicates({ questions, hidden, calculated, quotas }: Form): FormFinding[] {
  const names: [string, Path][] = [
    ...questions.map(({ id }, at): [string, Path] => [id, ["questions", at, "id"]]),
    ...hidden.map((id, at): [string, Path] => [id, ["hidden", at]]),
    ...calculated.map(({ id }, at): [string, Path] => [id, ["calculated", at, "id"]]),
  ];
  const quotaNames = quotas.map(({ id }, at): [string, Path] => [id, ["quotas", at, "id"]]);
  return [...twice(names), ...twice(quotaNames)];
}

function twice(names: readonly (readonly [string, Path])[]): FormFinding[] {
  const taken = new Set<string>();
  return names.flatMap(([id, path]) => {
    if (!taken.has(id)) {
      taken.add(id);
      return [];
    }
    return [{ code: "duplicate-id" as const, path, questions: [id], ref: id }];
  });
}

/** From which question on a name has a value; hidden fields have theirs from the start. */
function knownFrom({ questions, hidden, calculated }: Form): Map<string, number> {
  const from = new Map(questions.map(({ id }, at) => [id, at + 1]));
  for (const id of hidden) from.set(id, 0);
  for (const { id, of } of calculated) {
    from.set(id, Math.max(0, ...of.map((question) => from.get(question) ?? 0)));
  }
  return from;
}

function wrongReferences(form: Form): FormFinding[] {
  const from = knownFrom(form);
  const check = (condition: Condition | undefined, path: Path, before: number, id: string) =>
    condition === undefined
      ? []
      : namesIn(condition).flatMap((ref): FormFinding[] => {
          const known = from.get(ref);
          if (known !== undefined && known <= before) return [];
          const code = known === undefined ? "unknown-question" : "forward-reference";
          return [{ code, path, questions: [id], ref }];
        });
  const ofQuestions = form.questions.flatMap(({ id, visibleIf, requiredIf, next }, at) => {
    const path: Path = ["questions", at];
    return [
      ...check(visibleIf, [...path, "visibleIf"], at, id),
      ...check(requiredIf, [...path, "requiredIf"], at, id),
      ...next.flatMap((jump, place) => check(jump.if, [...path, "next", place, "if"], at + 1, id)),
    ];
  });
  const end = form.questions.length;
  const ofQuotas = form.quotas.flatMap((quota, at) =>
    check(quota.if, ["quotas", at, "if"], end, quota.id),
  );
  return [...ofQuestions, ...ofQuotas];
}

/** The names that a condition looks at: the first key of each path. */
export function namesIn(condition: Condition): string[] {
  const names = conditionFields(condition).map((field) => field.split(".")[0] ?? "");
  return [...new Set(names)];
}

function wrongCalculations({ questions, calculated }: Form): FormFinding[] {
  const ids = new Set(questions.map(({ id }) => id));
  return calculated.flatMap(({ id, of }, at) =>
    of.flatMap((ref, place): FormFinding[] =>
      ids.has(ref)
        ? []
        : [
            {
              code: "unknown-question",
              path: ["calculated", at, "of", place],
              questions: [id],
              ref,
            },
          ],
    ),
  );
}

function wrongWays(form: Form): FormFinding[] {
  const { questions } = form;
  const places = new Map(questions.map(({ id }, at) => [id, at]));
  const unknown = questions.flatMap(({ id, next }, at) =>
    next.flatMap(({ goTo }, place): FormFinding[] => {
      if (goTo === null || places.has(goTo)) return [];
      const path = ["questions", at, "next", place, "goTo"];
      return [{ code: "unknown-question", path, questions: [id], ref: goTo }];
    }),
  );
  const ways = questions.map((question, at) => waysFrom(question, at, places));
  const reached = reachable(ways, [0]);
  const unreachable = questions.flatMap(({ id }, at): FormFinding[] =>
    reached.has(at) ? [] : [{ code: "unreachable", path: ["questions", at], questions: [id] }],
  );
  return [...unknown, ...cycles(form, ways), ...unreachable];
}

/**
 * Where one can go on from a question, by place in the form; past the last one is the end. A question that is not always asked
 * can be passed by.
 */
function waysFrom(
  { next, visibleIf }: FormQuestion,
  at: number,
  places: ReadonlyMap<string, number>,
): readonly number[] {
  const always = next.findIndex((jump) => jump.if === undefined);
  const jumps = always < 0 ? next : next.slice(0, always + 1);
  const targets = jumps.flatMap(({ goTo }) => (goTo === null ? [] : (places.get(goTo) ?? [])));
  return always < 0 || visibleIf !== undefined ? [...targets, at + 1] : targets;
}

function reachable(ways: readonly (readonly number[])[], starts: readonly number[]): Set<number> {
  const reached = new Set<number>();
  const open = [...starts];
  while (open.length > 0) {
    const at = open.pop() as number;
    if (reached.has(at)) continue;
    reached.add(at);
    open.push(...(ways[at] ?? []));
  }
  return reached;
}

/** Questions that can be come back to, taken together where they lie on one round. */
function cycles({ questions }: Form, ways: readonly (readonly number[])[]): FormFinding[] {
  const after = ways.map((targets) => reachable(ways, targets));
  const found = new Set<number>();
  return questions.flatMap((_, at): FormFinding[] => {
    if (found.has(at) || !after[at]?.has(at)) return [];
    const round = questions
      .map((_question, other) => other)
      .filter((other) => after[at]?.has(other) && after[other]?.has(at));
    for (const other of round) found.add(other);
    const ids = round.map((other) => questions[other]?.id ?? "");
    return [{ code: "cycle", path: ["questions", at, "next"], questions: ids }];
  });
}

function emptyRange(question: FormQuestion, at: number): FormFinding[] {
  const path = ["questions", at];
  return isEmptyRange(question) ? [{ code: "empty-range", path, questions: [question.id] }] : [];
}

function isEmptyRange(question: FormQuestion): boolean {
  switch (question.type) {
    case "text":
      return (question.minLength ?? 0) > question.maxLength;
    case "number":
    case "date":
      return (
        question.min !== undefined && question.max !== undefined && question.min > question.max
      );
    case "multi": {
      const { minChoices, maxChoices, options } = question;
      return minChoices > Math.min(maxChoices ?? options.length, options.length);
    }
    case "rating": {
      const [lowest, highest] = question.scale;
      return lowest >= highest || (question.kind === "nps" && (lowest !== 0 || highest !== 10));
    }
    default:
      return false;
  }
}
