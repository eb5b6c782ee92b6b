import type { LedgerCommand } from "./commands.ts";

/**
 * A hash of what a command asks for, to tell a repeat from another command of the same id. The moment is left out: a repeat
 * may come later. It is no protection against someone who looks for collisions.
 */
export function bodyHash(command: LedgerCommand): string {
  const { commandId: _, at: __, expectedVersion: ___, ...body } = command;
  const text = JSON.stringify(body);
  let low = 0x811c9dc5;
  let high = text.length;
  for (let at = 0; at < text.length; at += 2) {
    const units = text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
    low = Math.imul(low ^ units, 0x01000193);
    low ^= low >>> 15;
    high = (Math.imul(high, 0x85ebca6b) + units) | 0;
  }
  return `${(high >>> 0).toString(36)}.${(low >>> 0).toString(36)}`;
}
