import { type Instant, instant, seededRandom } from "@kefu/core";

const HOUR = 3_600_000;

/** When a wake that is asked for really comes: one in eight late by up to six hours, one in eight twice. */
export function planWakes(seed: string, ticketId: string, at: Instant): readonly Instant[] {
  const random = seededRandom(`${seed}: wake ${ticketId} ${at}`);
  const fate = random.integer(8);
  const later = instant(at + random.integer(6 * HOUR));
  if (fate === 0) return [later];
  if (fate === 1) return [at, later];
  return [at];
}
