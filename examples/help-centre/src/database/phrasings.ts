import type { Instant } from "@kefu/core";
import type { Database } from "./database.ts";

/** The words with which someone found what helped them. */
export interface ConfirmedPhrasing {
  readonly entryId: string;
  readonly locale: string;
  readonly phrasing: string;
}

/** Keeps that a phrasing led to an entry that helped. */
export async function savePhrasing(
  database: Database,
  { entryId, locale, phrasing }: ConfirmedPhrasing,
  { voter, at }: { readonly voter: string; readonly at: Instant },
): Promise<void> {
  await database.query(
    `insert into confirmed_phrasings (entry_id, locale, phrasing, voter, at)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [entryId, locale, phrasing, voter, new Date(at)],
  );
}

/** Takes back what a visitor confirmed of an entry. */
export async function dropPhrasings(
  database: Database,
  entryId: string,
  voter: string,
): Promise<void> {
  await database.query("delete from confirmed_phrasings where entry_id = $1 and voter = $2", [
    entryId,
    voter,
  ]);
}

/** The phrasings that enough visitors confirmed, at most `limit` an entry and language, most confirmed first. */
export function agreedPhrasings(
  database: Database,
  { voters, limit }: { readonly voters: number; readonly limit: number },
): Promise<ConfirmedPhrasing[]> {
  return database.query<ConfirmedPhrasing>(
    `select entry_id as "entryId", locale, phrasing from (
       select entry_id, locale, phrasing, row_number() over (
         partition by entry_id, locale order by count(*) desc, phrasing
       ) as place
       from confirmed_phrasings group by entry_id, locale, phrasing having count(*) >= $1
     ) as agreed
     where place <= $2 order by entry_id, locale, place`,
    [voters, limit],
  );
}
