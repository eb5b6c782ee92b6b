import { CommandId, Duration, Instant } from "@kefu/core";
import { z } from "zod";
import { Editor, EntryContent, EntryRevision, Reason } from "./entry-revision.ts";

/** How entries come to be published. */
export const EntryLifePolicy = z.strictObject({
  /** How many colleagues must approve a revision before it can be published; 0 publishes without review. */
  approvals: z.int().min(0).max(10).default(1),
  /** Whether who wrote a revision may approve it, too. */
  ownApproval: z.enum(["refused", "counted"]).default("refused"),
  /** How long after it goes out or was confirmed an entry is due for review, unless a command says when; never by default. */
  reviewAfter: Duration.omit({ years: true, months: true }).optional(),
});
/** How entries come to be published, see the schema of the same name. */
export interface EntryLifePolicy extends Readonly<z.output<typeof EntryLifePolicy>> {}
/** A policy as it is written: keys with a default may be left out. */
export interface EntryLifePolicyInput extends Readonly<z.input<typeof EntryLifePolicy>> {}

/** A revision that customers read for a while. */
const Publication = z.strictObject({
  /** Which revision. */
  revision: z.int().min(1),
  /** From this moment on, inclusive. */
  from: Instant,
  /** Until this moment, exclusive; `null` for ever. */
  until: Instant.nullable(),
});

/** Where an entry stands in its life. Plain JSON. */
export const EntryLife = z.strictObject({
  /** All that it ever said, oldest first. Empty before it is created. */
  revisions: z.array(EntryRevision).readonly(),
  /** What is being done with the latest revision. */
  stage: z.enum(["draft", "inReview", "approved"]),
  /** Who approved the latest revision so far. */
  approvedBy: z.array(Editor).readonly(),
  /** At most two: what customers read, and what is to replace it. */
  publications: z.array(Publication).max(2).readonly(),
  /** By when someone should read it again; `null` for no such day. */
  reviewBy: Instant.nullable(),
  /** Whether it has been put away. */
  isArchived: z.boolean(),
});
/** Where an entry stands in its life, see the schema of the same name. */
export interface EntryLife extends Readonly<z.output<typeof EntryLife>> {}

const head = {
  /** The same for each attempt at the same command. */
  commandId: CommandId,
  /** The version that the sender had seen. */
  expectedVersion: z.int().nonnegative().optional(),
  /** Who asks. */
  by: Editor,
  /** When. */
  at: Instant,
};
const why = Reason.default("");
const checked = EntryRevision.shape.checked;
const [from, until, reviewBy] = [Instant, Instant.optional(), Instant.nullable()];

/** What can be asked of an entry. */
export const EntryCommand = z.discriminatedUnion("type", [
  z.strictObject({ ...head, type: z.literal("create"), content: EntryContent, why }),
  z.strictObject({ ...head, type: z.literal("revise"), content: EntryContent, why, checked }),
  z.strictObject({ ...head, type: z.literal("restoreRevision"), revision: z.int().min(1), why }),
  z.strictObject({ ...head, type: z.literal("submitForReview") }),
  z.strictObject({ ...head, type: z.literal("approve") }),
  z.strictObject({ ...head, type: z.literal("reject"), why }),
  z.strictObject({ ...head, type: z.literal("publish"), until }),
  z.strictObject({ ...head, type: z.literal("schedule"), from, until }),
  z.strictObject({ ...head, type: z.literal("unpublish"), why }),
  z.strictObject({ ...head, type: z.literal("setReviewBy"), reviewBy }),
  z.strictObject({ ...head, type: z.literal("confirmReview") }),
  z.strictObject({ ...head, type: z.literal("archive"), why }),
  z.strictObject({ ...head, type: z.literal("unarchive"), why }),
]);
/** What can be asked of an entry, see the schema of the same name. */
export type EntryCommand = z.output<typeof EntryCommand>;
/** A command as it is written: keys with a default may be left out. */
export type EntryCommandInput = z.input<typeof EntryCommand>;

const done = { by: Editor, at: Instant };

/** What has happened to an entry: to be stored by the host. */
export const EntryEvent = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("revised"), revision: EntryRevision }),
  z.strictObject({ type: z.literal("submitted"), ...done }),
  z.strictObject({ type: z.literal("approved"), ...done, isEnough: z.boolean() }),
  z.strictObject({ type: z.literal("rejected"), ...done, why: Reason }),
  z.strictObject({ type: z.literal("published"), ...done, publication: Publication }),
  z.strictObject({ type: z.literal("unpublished"), ...done, why: Reason }),
  z.strictObject({ type: z.literal("reviewPlanned"), ...done, reviewBy }),
  z.strictObject({ type: z.literal("archived"), ...done, why: Reason }),
  z.strictObject({ type: z.literal("unarchived"), ...done, why: Reason }),
]);
/** What has happened to an entry, see the schema of the same name. */
export type EntryEvent = z.output<typeof EntryEvent>;
