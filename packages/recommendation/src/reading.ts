import { InvalidInputError, KefuError } from "@kefu/core";

/** What was read; getters and proxies that throw are refused as any other input that is wrong. */
export function reading<Answer>(subject: string, read: () => Answer): Answer {
  try {
    return read();
  } catch (error) {
    if (error instanceof KefuError) throw error;
    throw new InvalidInputError(subject, [{ path: [], message: "cannot be read" }]);
  }
}
