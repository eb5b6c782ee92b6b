import { type Handled, handle, type Instant, replay, type Snapshot } from "@kefu/core";
import {
  type EntryCommandInput,
  type EntryEvent,
  type EntryLife,
  type EntryLifePolicyInput,
  type EntryRefusal,
  entryDecider,
  entryWakeAt,
} from "@kefu/faq";
import type { Database } from "../database/database.ts";
import { allEntryEvents, appendEntryEvents, type Stored } from "../database/editor-events.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { entryOf, eventsOfFile } from "./entry-record.ts";
import { oneAtATime } from "./one-at-a-time.ts";

/** A colleague reads what was written before customers do; whoever wrote it may, too, as a small shop has one editor. */
const LIFE_POLICY: EntryLifePolicyInput = {
  approvals: 1,
  ownApproval: "counted",
  reviewAfter: { days: 180 },
};

/** What became of a command. */
export type EntryOutcome = Handled<EntryLife, EntryEvent, EntryRefusal>;

/** The entries as their editors have them: each with its whole life, kept in the database. */
export interface EntryLives {
  /** The life of an entry; nothing when there is none of that id. */
  readonly find: (id: string) => Snapshot<EntryLife> | undefined;
  /** The ids of all entries, those of the files first. */
  readonly ids: () => readonly string[];
  /** Carries out a command. What it publishes is found and read at once. */
  readonly handle: (id: string, command: EntryCommandInput) => Promise<EntryOutcome>;
  /** Publishes and ends what was scheduled for a moment that has come; says whether there was any. */
  readonly wake: (at: Instant) => Promise<boolean>;
}

interface Opened {
  readonly database: Database;
  readonly knowledge: Knowledge;
}

/** Lays what editors wrote over the entries of the files. */
export async function openEntryLives(
  { database, knowledge }: Opened,
  at: Instant,
): Promise<EntryLives> {
  const ofFiles = new Map([...knowledge.entries].map(([id, entry]) => [id, entry]));
  const lives = new Map<string, Snapshot<EntryLife>>();
  for (const [id, stored] of await allEntryEvents(database)) lives.set(id, lifeOf(stored));
  const inTurn = oneAtATime();
  let wakeAt: Instant | null = null;

  const show = (ids: readonly string[], moment: Instant) => {
    const changed = ids.flatMap((id) => {
      const life = lives.get(id);
      return life === undefined ? [] : [entryOf(id, life.state, moment)];
    });
    if (changed.length > 0) knowledge.put(changed);
    const wakes = [...lives.values()].flatMap(({ state }) => entryWakeAt(state, moment) ?? []);
    wakeAt = wakes.length === 0 ? null : (Math.min(...wakes) as Instant);
  };
  const find = (id: string) => {
    const file = ofFiles.get(id);
    return lives.get(id) ?? (file && lifeOf(eventsOfFile(file, at).map(fromFiles)));
  };
  show([...lives.keys()], at);

  return {
    find,
    ids: () => [...new Set([...ofFiles.keys(), ...lives.keys()])],
    handle: (id, command) =>
      inTurn(async () => {
        const before = find(id) ?? replay(entryDecider, []);
        const handled = handle(entryDecider, LIFE_POLICY, before, command);
        if (handled.outcome !== "accepted") return handled;
        const fromFile = lives.has(id) ? undefined : ofFiles.get(id);
        const earlier = fromFile === undefined ? [] : eventsOfFile(fromFile, at).map(fromFiles);
        const events = handled.events.map((event) => ({ event, commandId: command.commandId }));
        const after = before.version - earlier.length;
        await appendEntryEvents(database, id, {
          ...{ after, at: command.at as Instant },
          events: [...earlier, ...events],
        });
        lives.set(id, handled.snapshot);
        show([id], command.at as Instant);
        return handled;
      }),
    wake: async (moment) => {
      if (wakeAt === null || wakeAt > moment) return false;
      show([...lives.keys()], moment);
      return true;
    },
  };
}

function fromFiles(event: EntryEvent): Stored<EntryEvent> {
  return { event, commandId: "from-files" };
}

function lifeOf(stored: readonly Stored<EntryEvent>[]): Snapshot<EntryLife> {
  const commandIds = [...new Set(stored.map(({ commandId }) => commandId))];
  return replay(
    entryDecider,
    stored.map(({ event }) => event),
    { commandIds },
  );
}
