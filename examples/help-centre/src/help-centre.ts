import type { Instant } from "@kefu/core";
import type { Database } from "./database/database.ts";
import type { WakeTimers } from "./database/tell-ticket.ts";
import type { EntryLives } from "./editor/entry-lives.ts";
import type { GapDecisions } from "./editor/gap-board.ts";
import type { Feedback } from "./knowledge/feedback.ts";
import type { Knowledge } from "./knowledge/knowledge.ts";
import type { Assets } from "./web/assets.ts";

/** All that the pages are made from. */
export interface HelpCentre {
  readonly database: Database;
  readonly knowledge: Knowledge;
  /** What readers say of the answers. */
  readonly feedback: Feedback;
  /** What editors write, and where each entry stands. */
  readonly lives: EntryLives;
  /** What editors decided about suggested entries. */
  readonly gaps: GapDecisions;
  /** Look at tickets again when something comes due. */
  readonly timers: WakeTimers;
  readonly assets: Assets;
  /** Signs forms. */
  readonly formSecret: string;
  /** What an agent types to reach the inbox. */
  readonly agentCode: string;
  /** The clock; tests set their own. */
  readonly now: () => Instant;
}
