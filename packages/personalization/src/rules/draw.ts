import { z } from "zod";

/**
 * How a seed and an id become a bucket. `"murmur3"` is evenly spread in steps of 2^-32; the others answer as other platforms do,
 * so that an experiment can move here while it runs: `"murmur3-percent"` in steps of 1/100 (Unleash), `"fnv1a-v1"` in steps of
 * 1/1000 and `"fnv1a-v2"` in steps of 1/10,000 (GrowthBook).
 */
export const BucketHash = z.enum(["murmur3", "murmur3-percent", "fnv1a-v1", "fnv1a-v2"]);
/** How a seed and an id become a bucket, see the schema of the same name. */
export type BucketHash = z.output<typeof BucketHash>;

const share = z.number().min(0).max(1);

/** A part of all buckets: from the first number, included, to the second, left out. From 0 to 1; may be empty. */
export const BucketRange = z
  .tuple([share, share])
  .readonly()
  .refine(([from, to]) => from <= to, "must not end before it begins");
/** A part of all buckets, see the schema of the same name. */
export type BucketRange = z.output<typeof BucketRange>;

const fields = z.string().max(256);

/** What every draw says: who draws, and which draw it is. */
export const drawShape = {
  /** Names the draw: the same seed and id fall into the same bucket, other seeds draw independently. */
  seed: z.string().max(256),
  /** The field that names who draws; of several, the first that is there. A text or a number; without one there is no bucket. */
  by: z.union([fields, z.array(fields).min(1).max(16).readonly()]).default("id"),
  /** How seed and id become a bucket. */
  hash: BucketHash.default("murmur3"),
};

/** Those whose bucket lies in one of the ranges. */
export const Share = z.strictObject({
  ...drawShape,
  /** The buckets that are in. Growing a range keeps everybody who is in. */
  ranges: z.array(BucketRange).max(1000).readonly(),
});
/** Those whose bucket lies in one of the ranges, see the schema of the same name. */
export interface Share extends Readonly<z.output<typeof Share>> {}

/** Who draws what, as every share, split and hold-out says it. */
export type Draw = Pick<Share, "seed" | "by" | "hash">;
