/** A text brought to the form in which it is searched. */
export interface FoldedText {
  /** The folded text. */
  readonly text: string;
  /** Which stretch of the original each code unit of it comes from; `null` when nothing moved. */
  readonly origins: { readonly starts: readonly number[]; readonly ends: readonly number[] } | null;
}

/**
 * Wide forms of ASCII, the wide space and the ellipsis, which Chinese text is full of, and halves of characters, which are
 * none: replaced one for one.
 */
const WIDE = /[\u3000\u2026\uff01-\uff5e\p{Cs}]/gu;
const narrow = (wide: string): string => {
  const code = wide.charCodeAt(0);
  if (code === 0x3000) return " ";
  return code < 0xff00 ? "." : String.fromCharCode(code - 0xfee0);
};

/** Marks on one character that are still read. Putting more of them in order takes the square of their number. */
const MOST_MARKS = 32;
const CROWDED = new RegExp(`\\p{M}{${MOST_MARKS},}`, "u");

/** One character with everything that combines with it; half-width voicing marks and jamo count as such. */
const CLUSTER = /[\s\S][\p{M}\uff9e\uff9f\u1160-\u11ff]*/gu;

const ASCII = /^[\0-\x7f]*$/;

/**
 * Compatibility forms (NFKC) and upper case are gone. Offsets of the original are kept beside the text where
 * characters changed their length.
 */
export function foldText(original: string): FoldedText {
  if (ASCII.test(original)) return { text: original.toLowerCase(), origins: null };
  const narrowed = original.replace(WIDE, narrow);
  if (CROWDED.test(narrowed)) return foldClusters(narrowed);
  const text = narrowed.toLowerCase();
  const isSettled = text.length === narrowed.length && text.normalize("NFKC") === text;
  return isSettled ? { text, origins: null } : foldClusters(narrowed);
}

function foldClusters(original: string): FoldedText {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: cluster, index } of original.matchAll(CLUSTER)) {
    const read = cluster.length > MOST_MARKS ? cluster.slice(0, MOST_MARKS) : cluster;
    const part = read.normalize("NFKC").toLowerCase().normalize("NFKC");
    parts.push(part);
    for (let at = 0; at < part.length; at++) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
  }
  return { text: parts.join(""), origins: { starts, ends } };
}
