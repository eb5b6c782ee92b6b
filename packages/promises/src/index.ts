/**
 * Keeps what was promised to customers in view.
 *
 * @packageDocumentation
 */
export {};
