import type { StepsAnswer } from "@kefu/faq";

const NUMBERED = /^\s*\d{1,3}[.)、．]\s*(.+)$/;

/** Steps as an editor writes them: what comes before, a numbered line a step, what comes after. */
export function textOfSteps({ intro, steps, outro }: StepsAnswer): string {
  const numbered = steps.map((step, at) => `${at + 1}. ${step}`).join("\n");
  return [intro ?? "", numbered, outro ?? ""].filter((part) => part !== "").join("\n\n");
}

/** The steps of a text; nothing when no line is numbered. Lines between two steps go on with the one before. */
export function stepsOfText(text: string): StepsAnswer | undefined {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => NUMBERED.test(line));
  const last = lines.findLastIndex((line) => NUMBERED.test(line));
  if (first === -1) return undefined;
  const steps: string[] = [];
  for (const line of lines.slice(first, last + 1)) {
    const [, step] = NUMBERED.exec(line) ?? [];
    if (step !== undefined) steps.push(step.trim());
    else steps.push(`${steps.pop() ?? ""} ${line.trim()}`.trim());
  }
  const intro = lines.slice(0, first).join("\n").trim();
  const outro = lines
    .slice(last + 1)
    .join("\n")
    .trim();
  return {
    format: "steps",
    steps,
    ...(intro === "" ? {} : { intro }),
    ...(outro === "" ? {} : { outro }),
  };
}

/** Whether the steps come back as they are when they are written as a text. */
export function isPlain(answer: StepsAnswer): boolean {
  return (
    JSON.stringify(inOrder(stepsOfText(textOfSteps(answer)))) === JSON.stringify(inOrder(answer))
  );
}

function inOrder(answer: StepsAnswer | undefined) {
  return [answer?.intro ?? "", answer?.steps, answer?.outro ?? ""];
}
