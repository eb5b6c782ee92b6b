/**
 * Moves an unmet need to the right level, person and deadline.
 *
 * @packageDocumentation
 */
export {};
