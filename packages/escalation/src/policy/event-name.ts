import { z } from "zod";

/** A name that ends up in the ids of events, where these characters separate. */
export const eventName = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[^#@+]+$/, "must not contain # @ +");
