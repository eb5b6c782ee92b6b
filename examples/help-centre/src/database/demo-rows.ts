import { DEMO_PREFIX, type DemoHistory } from "../editor/demo-history.ts";
import type { Database } from "./database.ts";

/** Takes all made-up rows out again. */
export async function removeDemo(database: Database): Promise<void> {
  const made = [`${DEMO_PREFIX}%`];
  await database.query("delete from search_events where visit like $1", made);
  await database.query("delete from helpfulness_votes where voter like $1", made);
}

/** Stores a made-up history in place of an earlier one. */
export async function storeDemo(database: Database, { events, votes }: DemoHistory): Promise<void> {
  await database.transaction(async (tx) => {
    await removeDemo(tx);
    await tx.query(
      `insert into search_events (visit, at, event, detail)
       select event ->> 'sessionId', to_timestamp((event ->> 'at')::bigint / 1000.0), event, detail
       from json_to_recordset($1::json) as given (event jsonb, detail jsonb)`,
      [JSON.stringify(events)],
    );
    await tx.query(
      `insert into helpfulness_votes (voter, entry_id, revision, at, vote)
       select vote ->> 'voter', vote ->> 'entryId', 1,
         to_timestamp((vote ->> 'at')::bigint / 1000.0), vote || '{"revision": 1}'
       from json_to_recordset($1::json) as given (vote jsonb)`,
      [JSON.stringify(votes.map((vote) => ({ vote })))],
    );
  });
}

/** Whether made-up visits are among the real ones. */
export async function hasDemo(database: Database): Promise<boolean> {
  const rows = await database.query(
    "select 1 as one from search_events where visit like $1 limit 1",
    [`${DEMO_PREFIX}%`],
  );
  return rows.length > 0;
}
