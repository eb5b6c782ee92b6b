import { z } from "zod";

/** Data classes, as zod metadata for the fields of models. */
export const asPublic = { dataClass: "public" } as const;
export const asPersonal = { dataClass: "personal" } as const;
export const asInternal = { dataClass: "internal" } as const;

/** A text that is not empty, of at most so many UTF-16 code units. */
export const textUpTo = (length: number) => z.string().check(z.minLength(1), z.maxLength(length));

/** A name, code or reference that others gave. */
export const label = textUpTo(128);

/** Short names for grouping and finding. */
export const tags = z.array(textUpTo(64)).readonly().default([]);
