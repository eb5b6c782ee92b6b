import { z } from "zod";

/** The four data classes, as zod metadata for the fields of models. */
export const asPublic = { dataClass: "public" } as const;
export const asPersonal = { dataClass: "personal" } as const;
export const asInternal = { dataClass: "internal" } as const;
export const asSensitive = { dataClass: "sensitive" } as const;

/** A text that is not empty, of at most so many UTF-16 code units. */
export const textUpTo = (length: number) => z.string().min(1).max(length);

/** Short names for grouping and finding. */
export const tags = () => z.array(textUpTo(64)).readonly().default([]);
