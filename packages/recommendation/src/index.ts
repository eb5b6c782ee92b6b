/**
 * Finds what goes with what a customer has: cross-sell, up-sell, bought together, with reasons.
 *
 * @packageDocumentation
 */

export {};
