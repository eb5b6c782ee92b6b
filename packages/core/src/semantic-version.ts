/** The three numbers, then 1 for a release or 0 and its identifiers for a pre-release: in the order in which they are compared. */
export type VersionParts = readonly (string | number)[];

const VERSION =
  /^v?(\d+)(?:\.(\d+)(?:\.(\d+)(?:-([\da-z-]+(?:\.[\da-z-]+)*))?)?)?(?:\+[\da-z.-]+)?$/i;

/** Reads a version; undefined when it is none. A pre-release needs all three numbers before it. */
export function versionOf(value: unknown): VersionParts | undefined {
  const match = typeof value === "string" && VERSION.exec(value);
  if (!match) return undefined;
  const [, major, minor = 0, patch = 0, preRelease] = match;
  const identifiers = preRelease?.split(".").map((part) => (/\D/.test(part) ? part : Number(part)));
  return [
    Number(major),
    Number(minor),
    Number(patch),
    ...(identifiers ? [0, ...identifiers] : [1]),
  ];
}

/**
 * Which of two versions comes first: negative when `left` does, 0 when they rank alike.
 *
 * @see Semantic Versioning 2.0.0, item 11
 */
export function compareVersions(left: VersionParts, right: VersionParts): number {
  const position = left.findIndex((part, index) => part !== right[index]);
  if (position < 0) return left.length - right.length;
  const [mine = "", other] = [left[position], right[position]];
  if (other === undefined) return 1;
  // Numbers come before words.
  if (typeof mine !== typeof other) return typeof mine === "number" ? -1 : 1;
  return mine < other ? -1 : 1;
}
