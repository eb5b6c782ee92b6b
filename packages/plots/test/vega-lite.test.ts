import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { expect, it } from "vitest";
import { FIGURES } from "./samples.ts";

it.each(FIGURES)(
  "%s is a specification that Vega-Lite compiles without a warning and draws",
  async (_name, draw) => {
    const { vegaLite, description } = draw();
    expect(JSON.parse(JSON.stringify(vegaLite))).toEqual(vegaLite);
    const said: unknown[] = [];
    const say = (...words: readonly unknown[]) => {
      said.push(words);
      return logger;
    };
    const logger = {
      level: () => logger,
      error: say,
      warn: say,
      info: () => logger,
      debug: () => logger,
    };
    const { spec } = compile(structuredClone(vegaLite) as unknown as TopLevelSpec, {
      logger: logger as never,
    });
    expect(said).toEqual([]);
    expect(spec.description).toBe(description);
    const svg = await new View(parse(spec), { renderer: "none" }).toSVG();
    expect(svg).toMatch(/aria-roledescription="[^"]*mark/);
    expect(svg).not.toContain("NaN");
  },
);
