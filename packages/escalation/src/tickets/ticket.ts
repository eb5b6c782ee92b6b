import { Instant } from "@kefu/core";
import { z } from "zod";
import { Fact } from "../facts/command.ts";

/** The form in which this version of the package writes tickets. */
export const SCHEMA_VERSION = 1;

/**
 * All that is stored of a ticket: its facts. Clocks, levels, promises and the complaint follow from them and are
 * reckoned, not stored, so that they cannot contradict each other.
 */
export const EscalationTicket = z.strictObject({
  /** The form it is written in; older forms are still read. */
  schemaVersion: z.literal(SCHEMA_VERSION),
  /** The facts in the order in which they happened, in pages, so that a long life is not copied with each fact. */
  pages: z.array(z.array(Fact).readonly()).readonly(),
  /** The latest moment at which a fact was heard of. */
  heardUntil: Instant.nullable(),
  /** Up to when everything that came due by itself has been told. */
  toldUntil: Instant.nullable(),
});
/** All that is stored of a ticket, see the schema of the same name. */
export interface EscalationTicket extends Readonly<z.output<typeof EscalationTicket>> {}

/** A ticket of which nothing is known yet. */
export const NEW_TICKET: EscalationTicket = {
  schemaVersion: SCHEMA_VERSION,
  pages: [],
  heardUntil: null,
  toldUntil: null,
};
