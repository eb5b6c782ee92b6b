const ADDRESS = /[^\s@<>"(),:;]{1,64}@[^\s@<>"(),:;]{1,255}/gu;
/** Five digits or more, also with blanks, dots and dashes in between: telephones, orders, cards, accounts. */
const NUMBER = /\+?\d(?:[ .\-/]?\d){4,}/g;

/** A text without what may lead to a person: e-mail addresses and long numbers become `…`. */
export function maskPersonal(text: string): string {
  return text.normalize("NFKC").replace(ADDRESS, "…").replace(NUMBER, "…");
}
