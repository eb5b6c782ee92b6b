import type { z } from "zod";
import type {
  LearningPolicy,
  LearntPhrasing,
  LearntPhrasings,
  StoredPhrasing,
} from "./phrasing-feedback.ts";
import { readingOf } from "./reading.ts";

/** A phrasing that an entry may learn. */
interface Claim extends LearntPhrasing {
  readonly entryId: string;
  readonly locale: string;
  readonly reading: string;
}

type ReadPolicy = Pick<z.output<typeof LearningPolicy>, "leastCustomers" | "mostPerEntry">;

/** What entries may learn of what customers said: by entry id, then locale. */
export function settledPhrasings(
  rows: readonly StoredPhrasing[],
  policy: ReadPolicy,
): LearntPhrasings[] {
  return byEntry(undisputed(claimsOf(rows, policy)), policy);
}

/** At the same moment the contradiction counts, so that the order of arrival cannot matter. */
export function isLater(one: StoredPhrasing, other: StoredPhrasing): boolean {
  return one[4] === other[4] ? one[5] < other[5] : one[4] > other[4];
}

const net = ({ helped, unhelped }: LearntPhrasing): number => helped - unhelped;

/** By entry, locale and reading, each customer once: what is confirmed often enough. */
function claimsOf(rows: readonly StoredPhrasing[], { leastCustomers }: ReadPolicy): Claim[] {
  const groups = new Map<string, Map<string, StoredPhrasing>>();
  for (const row of rows) {
    const [entry, locale, text, customer] = row;
    const key = JSON.stringify([entry, locale, readingOf(text)]);
    const group = groups.get(key) ?? new Map<string, StoredPhrasing>();
    const known = group.get(customer);
    // Of texts from the same moment the first in order stays: rows come in the order of their texts.
    if (known === undefined || isLater(row, known)) group.set(customer, row);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map((group) => claimOf([...group.values()]))
    .filter((claim) => net(claim) >= leastCustomers);
}

function claimOf(rows: readonly StoredPhrasing[]): Claim {
  const [entryId, locale, text] = rows[0] as StoredPhrasing;
  const confirmed = rows.filter(([, , , , , helped]) => helped === 1);
  return {
    entryId,
    locale,
    reading: readingOf(text),
    text: mostFrequent(confirmed.map(([, , text]) => text)),
    helped: confirmed.length,
    unhelped: rows.length - confirmed.length,
  };
}

/** Ties go to the first in the order of code units. */
function mostFrequent(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [best] = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return best?.[0] ?? "";
}

/** What two entries have learnt alike would tell neither from the other. */
function undisputed(claims: readonly Claim[]): Claim[] {
  const rivals = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = JSON.stringify([claim.locale, claim.reading]);
    addTo(rivals, key, claim);
  }
  return [...rivals.values()].flatMap((claims) => {
    const most = claims.reduce((most, claim) => Math.max(most, net(claim)), 0);
    const winners = claims.filter((claim) => net(claim) === most);
    return winners.length === 1 ? winners : [];
  });
}

function byEntry(claims: readonly Claim[], { mostPerEntry }: ReadPolicy): LearntPhrasings[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = JSON.stringify([claim.entryId, claim.locale]);
    addTo(groups, key, claim);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, [first, ...more]]) => {
      const { entryId, locale } = first as Claim;
      const phrasings = [first as Claim, ...more]
        .sort((a, b) => net(b) - net(a) || (a.text < b.text ? -1 : 1))
        .slice(0, mostPerEntry)
        .map(({ text, helped, unhelped }) => ({ text, helped, unhelped }));
      return { entryId, locale, phrasings };
    });
}

function addTo(groups: Map<string, Claim[]>, key: string, claim: Claim): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [claim]);
  else group.push(claim);
}
