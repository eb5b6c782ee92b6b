import { type Handled, handle, type Instant, replay } from "@kefu/core";
import {
  type GapBoard,
  type GapCommandInput,
  type GapEvent,
  type GapRefusal,
  gapDecider,
} from "@kefu/faq";
import type { Database } from "../database/database.ts";
import { allGapEvents, appendGapEvents } from "../database/editor-events.ts";
import { oneAtATime } from "./one-at-a-time.ts";

/** What editors decided about suggested entries, kept in the database. */
export interface GapDecisions {
  readonly board: () => GapBoard;
  readonly handle: (command: GapCommandInput) => Promise<Handled<GapBoard, GapEvent, GapRefusal>>;
}

export async function openGapDecisions(database: Database): Promise<GapDecisions> {
  const stored = await allGapEvents(database);
  const commandIds = [...new Set(stored.map(({ commandId }) => commandId))];
  const events = stored.map(({ event }) => event);
  let current = replay(gapDecider, events, { commandIds });
  const inTurn = oneAtATime();
  return {
    board: () => current.state,
    handle: (command) =>
      inTurn(async () => {
        const handled = handle(gapDecider, {}, current, command);
        if (handled.outcome !== "accepted") return handled;
        const { commandId } = command;
        await appendGapEvents(database, {
          after: current.version,
          at: eventMoment(handled.events),
          events: handled.events.map((event) => ({ event, commandId })),
        });
        current = handled.snapshot;
        return handled;
      }),
  };
}

function eventMoment(events: readonly GapEvent[]): Instant {
  return Math.max(...events.map(({ at }) => at)) as Instant;
}
