import { parseInput } from "@kefu/core";
import { canvasOf, type Figure, type FigureOptionsInput, svgOf } from "../figure.ts";
import { drawValueChain } from "./draw-value-chain.ts";
import {
  ValueChainPlot,
  type ValueChainPlotInput,
  type ValueChainStep,
} from "./value-chain-model.ts";
import { valueChainSpec } from "./value-chain-spec.ts";

/**
 * A chain of figures, each the cause of the next: from satisfaction to what comes back for a service. From left to right
 * where there is room, else from top to bottom. The figures are texts, since each has a unit of its own.
 *
 * @throws `InvalidInputError` when an argument has not its shape
 *
 * @example
 * ```ts
 * import { valueChain } from "@kefu/plots";
 *
 * const { description } = valueChain({
 *   title: "What a point of satisfaction is worth",
 *   steps: [
 *     { label: "Satisfied", value: "+1 point" },
 *     { label: "Customers kept", value: "+42", interval: "30 to 55" },
 *   ],
 * });
 * description; // => "Satisfied: +1 point → Customers kept: +42 (30 to 55)"
 * ```
 */
export function valueChain(input: ValueChainPlotInput, options: FigureOptionsInput = {}): Figure {
  const chain = parseInput(ValueChainPlot, "value chain plot", input);
  const canvas = canvasOf(options);
  const { words } = canvas;
  const { say } = words;
  const description = chain.steps.map((step) => `${step.label}: ${valueText(step)}`).join(" → ");
  return {
    svg: svgOf(canvas, { ...chain, description, ...drawValueChain(chain, canvas) }),
    vegaLite: valueChainSpec(chain, { words, description }),
    description,
    table: {
      columns: [say("step"), say("value"), say("note")],
      rows: chain.steps.map((step) => [step.label, valueText(step), step.note ?? ""]),
    },
  };
}

const valueText = ({ value, interval }: ValueChainStep): string =>
  interval === undefined ? value : `${value} (${interval})`;
