import { describe, expect, it } from "vitest";
import { FIGURES, HOSTILE } from "./samples.ts";

/** Attributes and texts of markup that is well-formed; throws where it is not. */
function tagsOf(svg: string): readonly string[] {
  const open: string[] = [];
  const tags = svg.match(/<[^>]+>/g) ?? [];
  for (const tag of tags) {
    const name = /^<\/?([a-z]+)/.exec(tag)?.[1] ?? "";
    if (tag.startsWith("</")) expect(open.pop()).toBe(name);
    else if (!tag.endsWith("/>")) open.push(name);
  }
  expect(open).toEqual([]);
  return tags;
}

describe.each(FIGURES)("%s", (_name, draw) => {
  it.each([280, 360, 720, 2000])("is sound markup %d pixels wide, the same each time", (width) => {
    const { svg } = draw({ width });
    expect(tagsOf(svg)[0]).toContain(`viewBox="0 0 ${width} `);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|null/);
    expect(draw({ width }).svg).toBe(svg);
  });

  it("is named and described for screen readers", () => {
    const { svg, description } = draw();
    const [, title, text] = /aria-labelledby="([^"]+)" aria-describedby="([^"]+)"/.exec(svg) ?? [];
    expect(svg).toContain('role="img"');
    expect(svg).toMatch(new RegExp(`<title id="${title}">[^<]+</title>`));
    expect(svg).toContain(`<desc id="${text}">${description.replaceAll("'", "&#39;")}</desc>`);
    expect(draw({ width: 360 }).svg).not.toContain(`"${title}"`);
  });

  it("escapes every text", () => {
    const { svg, vegaLite } = draw({}, HOSTILE);
    expect(svg).not.toContain("<script");
    expect(svg).not.toContain("\u0000");
    expect(tagsOf(svg).length).toBeGreaterThan(5);
    expect(JSON.stringify(vegaLite.title)).toContain("script");
  });

  it("brings its styles, or leaves them to the page", () => {
    expect(draw().svg).toContain("prefers-color-scheme:dark");
    expect(draw({ styles: "none" }).svg).not.toContain("<style>");
  });

  it("has a table with as many cells in each row as columns", () => {
    const { columns, rows } = draw().table;
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  it("speaks the reader's language, English where it has none", () => {
    const [english, simplified, traditional] = ["en", "zh-Hans", "zh-Hant"].map(
      (locale) => draw({ locale }).svg,
    );
    expect(simplified).toContain('lang="zh-Hans"');
    expect(new Set([english, simplified, traditional]).size).toBe(3);
    expect(draw({ locale: "zh-TW" }).svg).toBe(traditional);
    expect(draw({ locale: "de" }).svg).toBe(english);
  });

  it.each([{ width: 279 }, { width: 2001 }, { locale: "" }, { colour: "red" }])(
    "refuses the options %j",
    (options) => {
      expect(() => draw(options as object)).toThrow("figure options");
    },
  );
});
