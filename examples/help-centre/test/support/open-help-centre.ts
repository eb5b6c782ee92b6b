import { type Instant, instant } from "@kefu/core";
import type { Hono } from "hono";
import type { Database } from "../../src/database/database.ts";
import { openEditing } from "../../src/editor/open-editing.ts";
import type { HelpCentre } from "../../src/help-centre.ts";
import { readKnowledge } from "../../src/knowledge/knowledge.ts";
import { createServer } from "../../src/server.tsx";
import { type Assets, bundleAssets } from "../../src/web/assets.ts";
import { formSecret } from "../../src/web/keys.ts";
import { freshDatabase } from "./fresh-database.ts";

export interface OpenHelpCentre {
  readonly app: Hono;
  readonly centre: HelpCentre;
  readonly database: Database;
  /** Sets the clock. */
  readonly setNow: (iso: string) => void;
}

let assets: Promise<Assets> | undefined;

/** Bundled once for all files of a worker, as nothing changes them. */
function bundled(): Promise<Assets> {
  assets ??= bundleAssets();
  return assets;
}

/** A help centre over the real knowledge base, its data in memory, on a Tuesday at ten in the morning. */
export async function openHelpCentre(change: Partial<HelpCentre> = {}): Promise<OpenHelpCentre> {
  let now: Instant = instant("2026-11-24T10:00:00+01:00");
  const database = await freshDatabase();
  const knowledge = change.knowledge ?? readKnowledge();
  const centre: HelpCentre = {
    database,
    knowledge,
    ...(await openEditing(database, knowledge, now)),
    timers: { wake: async () => {} },
    assets: await bundled(),
    formSecret: await formSecret(database),
    agentCode: "test-code",
    now: () => now,
    ...change,
  };
  const setNow = (iso: string) => {
    now = instant(iso);
  };
  return { app: createServer(centre), centre, database, setNow };
}
