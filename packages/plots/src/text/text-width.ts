/** About how wide a text is, in pixels, without a font at hand: generous, so that wide fonts fit as well. Chinese characters are as wide as high. */
export function textWidth(text: string, size: number): number {
  let widths = 0;
  for (const character of text) widths += widthOf(character);
  return widths * size;
}

/** The text, cut with an ellipsis where it is wider than there is room. */
export function fitted(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text;
  let [kept, width] = ["", size];
  for (const character of text) {
    width += widthOf(character) * size;
    if (width > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** The text in lines that fit the room, parted at blanks and between Chinese characters. */
export function wrapped(text: string, size: number, room: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(PIECES) ?? []) {
    const longer = line + piece;
    const fits = line === "" || textWidth(longer.trimEnd(), size) <= room;
    if (!fits) lines.push(line.trimEnd());
    line = fits ? longer : piece.trimStart();
  }
  return [...lines, line.trimEnd()]
    .filter((one) => one !== "")
    .map((one) => fitted(one, size, room));
}

function widthOf(character: string): number {
  if ((character.codePointAt(0) ?? 0) >= 0x2e80) return 1;
  if (NARROW.test(character)) return 0.34;
  return WIDE.test(character) ? 0.66 : 0.58;
}

const NARROW = /[ ijl.,:;'|!()[\]]/;
const WIDE = /[A-Z0-9mw%$+<>=≥−…]/;
/** Words with the blanks after them; Chinese characters each alone, with the marks that must not begin a line. */
const PIECES = /[\u2E80-\u{10FFFF}][，。；：、！？」）]*|[^\s\u2E80-\u{10FFFF}]+\s*|\s+/gu;
