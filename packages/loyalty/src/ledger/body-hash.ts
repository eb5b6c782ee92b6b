import type { LedgerCommand } from "./commands.ts";

/**
 * A hash of what a command asks for, to tell a repeat from another command of the same id. The moment is left out: a repeat
 * may come later. It is no protection against someone who looks for collisions.
 */
export function bodyHash(command: LedgerCommand): string {
  const { commandId: _, at: __, expectedVersion: ___, ...body } = command;
  const text = JSON.stringify(body);
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
  }
  return `${(high >>> 0).toString(36)}${((low ^ (high >>> 15)) >>> 0).toString(36)}`;
}
