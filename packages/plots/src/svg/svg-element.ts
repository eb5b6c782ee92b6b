/** What an attribute may hold; `undefined` leaves it out. Numbers are written with two decimals at most. */
export type SvgAttributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its children, which are markup already. */
export function element(
  name: string,
  attributes: SvgAttributes,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === "number" ? rounded(value) : escaped(value ?? "")}"`,
    )
    .join("");
  const content = children.join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** A line of text whose foot is at a place. */
export function textAt(
  x: number,
  y: number,
  content: string,
  attributes: SvgAttributes = {},
): string {
  return content === "" ? "" : element("text", { x, y, ...attributes }, escaped(content));
}

/** What a pointer shows over the element that holds it. */
export const hint = (content: string): string => `<title>${escaped(content)}</title>`;

/** The outline `M…L…` through places. */
export const pathThrough = (places: readonly (readonly [number, number])[]): string =>
  places.map(([x, y], at) => `${at === 0 ? "M" : "L"}${rounded(x)} ${rounded(y)}`).join("");

/** Drawings differ by less than a hundredth of a pixel from what was meant, and are a third as long. */
export const rounded = (number: number): number => Math.round(number * 100) / 100 || 0;

/** Text as it may stand in markup: characters that XML forbids become U+FFFD. */
export function escaped(text: string): string {
  return text
    .replace(FORBIDDEN, "\uFFFD")
    .replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Surrogate}]/gu;
