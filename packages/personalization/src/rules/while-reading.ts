import { InvalidInputError, KefuError } from "@kefu/core";

/**
 * What comes of reading something that may be no plain data: getters and proxies may throw whatever they like.
 *
 * @throws `InvalidInputError` (`invalid-input`) in place of what they throw
 */
export function whileReading<T>(subject: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof KefuError) throw error;
    throw new InvalidInputError(subject, [{ path: [], message: "cannot be read" }]);
  }
}
