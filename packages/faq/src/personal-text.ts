/** Addresses of mail, chat and the web. */
const ADDRESS = /@|:\/\/|\bwww\.|[\w-]\.(?:com|net|org|info|io|me|cn|tw|hk|sg|de|uk|eu)\b/i;
const DIGITS = "\\p{Nd}〇零一二三四五六七八九壹贰貳叁參肆伍陆陸柒捌玖两兩幺";
/** Digits of any script, also where Chinese writes them out, whatever people put between them, but letters: phones, cards. */
const NUMBER = new RegExp(`[${DIGITS}](?:[${DIGITS}]|\\P{L})*`, "gu");
const ANY_DIGIT = new RegExp(`[${DIGITS}]`, "gu");
/** Letters and digits without a space, of scripts that have spaces: numbers of orders and parcels. */
const CODE = /(?:(?!\p{Script=Han})[\p{L}\p{Nd}_#-])+/gu;
const DIGIT = /\p{Nd}/gu;
/** What is not seen, or stands on a digit: it parts nothing. */
const UNSEEN = /[\p{Cf}\p{M}]/gu;

/**
 * Whether a text looks as if it named someone or something of theirs: an address, or a number or code of more digits than
 * `mostDigits`. Names of people are not recognised.
 */
export function looksPersonal(text: string, mostDigits: number): boolean {
  const plain = text.normalize("NFKC").replace(UNSEEN, "");
  const hasTooMany = (found: string, digit: RegExp) =>
    (found.match(digit)?.length ?? 0) > mostDigits;
  return (
    ADDRESS.test(plain) ||
    (plain.match(NUMBER) ?? []).some((found) => hasTooMany(found, ANY_DIGIT)) ||
    (plain.match(CODE) ?? []).some((found) => hasTooMany(found, DIGIT))
  );
}
