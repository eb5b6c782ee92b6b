import { KefuError } from "@kefu/core";

/** The error that a call throws. */
export function catching(call: () => unknown): KefuError {
  try {
    call();
  } catch (error) {
    if (error instanceof KefuError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
