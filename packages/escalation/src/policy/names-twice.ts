/** Whether a list has something twice that is to be there once. */
export const namesTwice = (names: readonly unknown[]): boolean =>
  new Set(names).size < names.length;
