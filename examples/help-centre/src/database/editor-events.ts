import type { Instant } from "@kefu/core";
import type { EntryEvent, GapEvent } from "@kefu/faq";
import type { Database } from "./database.ts";

/** An event, and the command that it came from. */
export interface Stored<Event> {
  readonly event: Event;
  readonly commandId: string;
}

/** What is to be stored: after so many events that are there already. */
export interface Appended<Event> {
  readonly after: number;
  readonly at: Instant;
  readonly events: readonly Stored<Event>[];
}

/** What happened to each entry that an editor changed, oldest first. */
export async function allEntryEvents(
  database: Database,
): Promise<Map<string, Stored<EntryEvent>[]>> {
  const rows = await database.query<Stored<EntryEvent> & { entryId: string }>(
    `select entry_id as "entryId", command_id as "commandId", event
     from entry_events order by entry_id, version`,
  );
  const byEntry = new Map<string, Stored<EntryEvent>[]>();
  for (const { entryId, event, commandId } of rows) {
    const known = byEntry.get(entryId);
    if (known === undefined) byEntry.set(entryId, [{ event, commandId }]);
    else known.push({ event, commandId });
  }
  return byEntry;
}

/** Stores what happened to an entry; fails where someone else has stored something meanwhile. */
export async function appendEntryEvents(
  database: Database,
  entryId: string,
  { after, at, events }: Appended<EntryEvent>,
): Promise<void> {
  await database.query(
    `insert into entry_events (entry_id, version, command_id, at, event)
     select $1, $2 + given.position, given."commandId", $3, given.event
     from rows from (json_to_recordset($4::json) as ("commandId" text, event jsonb))
       with ordinality as given ("commandId", event, position)`,
    [entryId, after, new Date(at), JSON.stringify(events)],
  );
}

/** What was decided about gaps, oldest first. */
export function allGapEvents(database: Database): Promise<Stored<GapEvent>[]> {
  return database.query<Stored<GapEvent>>(
    `select command_id as "commandId", event from gap_events order by version`,
  );
}

/** Stores what was decided; fails where someone else has stored something meanwhile. */
export async function appendGapEvents(
  database: Database,
  { after, at, events }: Appended<GapEvent>,
): Promise<void> {
  await database.query(
    `insert into gap_events (version, command_id, at, event)
     select $1 + given.position, given."commandId", $2, given.event
     from rows from (json_to_recordset($3::json) as ("commandId" text, event jsonb))
       with ordinality as given ("commandId", event, position)`,
    [after, new Date(at), JSON.stringify(events)],
  );
}
