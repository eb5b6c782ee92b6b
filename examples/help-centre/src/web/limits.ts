/** The longest texts that are taken, in characters. */
export const LIMITS = {
  query: 200,
  name: 100,
  email: 254,
  orderNumber: 40,
  message: 5000,
} as const;

/**
 * The largest form in bytes. A message of several times the limit still gets through, to be shown
 * again with what is wrong; each Chinese character takes nine bytes in a form.
 */
export const MAX_FORM_BYTES = 512 * 1024;
