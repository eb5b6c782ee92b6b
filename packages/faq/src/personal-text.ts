/** Addresses of mail, chat and the web. */
const ADDRESS = /@|:\/\/|\bwww\./i;
/** Digits of any script, also where Chinese writes them out, with what people put between them: phones, cards, dates. */
const NUMBER = /[\p{Nd}〇零一二三四五六七八九][\p{Nd}〇零一二三四五六七八九\s.,()+/-]*/gu;
/** Letters and digits without a space: numbers of orders and parcels. */
const CODE = /[\p{Script=Latin}\p{Nd}_#-]+/gu;
const DIGIT = /\p{Nd}/gu;
const ANY_DIGIT = /[\p{Nd}〇零一二三四五六七八九]/gu;

/**
 * Whether a text looks as if it named someone or something of theirs: an address, or a number or code of more digits than
 * `mostDigits`. Names of people are not recognised.
 */
export function looksPersonal(text: string, mostDigits: number): boolean {
  const plain = text.normalize("NFKC");
  const hasTooMany = (found: string, digit: RegExp) =>
    (found.match(digit)?.length ?? 0) > mostDigits;
  return (
    ADDRESS.test(plain) ||
    (plain.match(NUMBER) ?? []).some((found) => hasTooMany(found, ANY_DIGIT)) ||
    (plain.match(CODE) ?? []).some((found) => hasTooMany(found, DIGIT))
  );
}
