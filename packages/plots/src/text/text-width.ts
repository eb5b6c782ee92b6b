/** About how wide a text is, in pixels, without a font at hand: letters are half as wide as high, Chinese characters full. */
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

const widthOf = (character: string): number =>
  (character.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : NARROW.test(character) ? 0.3 : 0.56;

const NARROW = /[ijl.,:;'|!()[\]]/;
/** Words with the blanks after them; Chinese characters each alone, with the marks that must not begin a line. */
const PIECES = /[\u2E80-\u{10FFFF}][，。；：、！？」）]*|[^\s\u2E80-\u{10FFFF}]+\s*|\s+/gu;
