import type { Instant } from "@kefu/core";
import type { Database } from "../database/database.ts";
import { type Feedback, openFeedback } from "../knowledge/feedback.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { type EntryLives, openEntryLives } from "./entry-lives.ts";
import { type GapDecisions, openGapDecisions } from "./gap-board.ts";

/** What changes about the knowledge base while the server runs. */
export interface Editing {
  readonly feedback: Feedback;
  readonly lives: EntryLives;
  readonly gaps: GapDecisions;
}

/** Lays the editors' work over the files, and what readers say over both. */
export async function openEditing(
  database: Database,
  knowledge: Knowledge,
  at: Instant,
): Promise<Editing> {
  const lives = await openEntryLives({ database, knowledge }, at);
  // Only now, so that the texts are numbered that readers have.
  const feedback = await openFeedback(database, knowledge, at);
  const renumber = (moment: Instant) => feedback.revise(knowledge.entries.values(), moment);
  return {
    feedback,
    gaps: await openGapDecisions(database),
    lives: {
      ...lives,
      handle: async (id, command) => {
        const handled = await lives.handle(id, command);
        if (handled.outcome === "accepted") await renumber(command.at as Instant);
        return handled;
      },
      wake: async (moment) => {
        const hasChanged = await lives.wake(moment);
        if (hasChanged) await renumber(moment);
        return hasChanged;
      },
    },
  };
}
