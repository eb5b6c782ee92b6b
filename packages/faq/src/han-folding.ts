import { FOLDED_FROM, FOLDED_TO } from "./han-folding-data.ts";

const BASE = 44;

/** Reads the numbers that scripts/han-folding.mjs wrote. */
function decode(text: string): number[] {
  const numbers: number[] = [];
  let [value, place] = [0, 1];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const digit = code - (code < 92 ? 37 : 38);
    value += (digit % BASE) * place;
    place *= BASE;
    if (digit >= BASE) continue;
    numbers.push(value);
    [value, place] = [0, 1];
  }
  return numbers;
}

function foldingTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  const targets = decode(FOLDED_TO);
  let [from, to] = [0, 0];
  decode(FOLDED_FROM).forEach((step, index) => {
    const zigzag = targets[index] ?? 0;
    from += step;
    to += zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
    table[from] = to;
  });
  return table;
}

let table: Uint16Array | undefined;

/**
 * The code unit that a character is searched as: the Simplified form of a Traditional one, any other unchanged.
 * Several characters may share one (後 and 后), which is right for finding and wrong for showing.
 */
export function foldedHan(code: number): number {
  table ??= foldingTable();
  return table[code] || code;
}
