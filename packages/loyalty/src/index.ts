/**
 * Keeps the points ledger: exact book-keeping of points, tiers and their liability.
 *
 * @packageDocumentation
 */

export {};
