/**
 * Decides what to offer whom, when, where and how: rules, splits, consent, caps, quiet hours.
 *
 * @packageDocumentation
 */

export {};
