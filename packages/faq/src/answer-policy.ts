import { z } from "zod";

const share = z.number().min(0).max(1);

/** What the keys of a policy are by default. */
export const BY_DEFAULT = {
  answerFrom: 0.5,
  handOffBelow: 0.25,
  closeShare: 0.75,
  twinShare: 0.97,
  mostChoices: 3,
} as const;

/**
 * When to answer, when to ask back and when to offer a person. Every key trades questions answered at once against
 * wrong answers: {@link handOffCurve} tells what a threshold would have done in a shop.
 */
export const AnswerPolicy = z
  .strictObject({
    /**
     * From this confidence on, 0 to 1, inclusive, the first hit is taken for the answer. Higher: fewer wrong answers, more
     * questions asked back and handed off.
     */
    answerFrom: share.default(BY_DEFAULT.answerFrom),
    /**
     * Below this confidence, 0 to 1, no hit is worth asking back about; at most `answerFrom`. Higher: less asking back in
     * vain, more work for people. Equal to `answerFrom`: choices are offered for twins alone. 0.25 where it is left out, or
     * `answerFrom` where that is less.
     */
    handOffBelow: share.optional(),
    /**
     * Below `answerFrom`: a hit is offered as a choice when it is as like the query as this share of the first hit's
     * similarity, 0 to 1. Lower: longer lists, more often.
     */
    closeShare: share.default(BY_DEFAULT.closeShare),
    /**
     * From `answerFrom` on: hits as alike as this share cannot be told apart, so that one asks back although both fit; at
     * least `closeShare`. Lower: asks back more often; 1: only where both fit equally well.
     */
    twinShare: share.default(BY_DEFAULT.twinShare),
    /** How many choices to offer at most, 2 to 5, the first hit included. */
    mostChoices: z.int().min(2).max(5).default(BY_DEFAULT.mostChoices),
  })
  .transform(({ handOffBelow, ...policy }) => ({
    ...policy,
    handOffBelow: handOffBelow ?? Math.min(policy.answerFrom, BY_DEFAULT.handOffBelow),
  }))
  .refine(({ answerFrom, handOffBelow }) => handOffBelow <= answerFrom, {
    path: ["handOffBelow"],
    message: "must not be greater than answerFrom",
  })
  .refine(({ closeShare, twinShare }) => closeShare <= twinShare, {
    path: ["closeShare"],
    message: "must not be greater than twinShare",
  });
/** When to answer, ask back and offer a person, see the schema of the same name. */
export interface AnswerPolicy extends Readonly<z.output<typeof AnswerPolicy>> {}
/** An answer policy as it is written: keys with a default may be left out. */
export interface AnswerPolicyInput extends Readonly<z.input<typeof AnswerPolicy>> {}
