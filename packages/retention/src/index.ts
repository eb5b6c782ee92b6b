/**
 * Estimates who stays and what they are worth.
 *
 * @packageDocumentation
 */
export {};
