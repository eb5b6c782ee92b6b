/** Numbers are written alike on every machine and in all three languages: `1,234.5`, `−3`, `34 %` as `34%`. */

/** A number with so many decimals and its thousands parted by commas. */
export function numberText(number: number, decimals = 0): string {
  const digits = Math.abs(number).toFixed(decimals);
  const [whole = "", part] = digits.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = number < 0 && /[1-9]/.test(digits) ? "−" : "";
  return `${sign}${grouped}${part === undefined ? "" : `.${part}`}`;
}

/** A share in percent: whole ones, and one decimal where no more than ten are to be told apart. */
export function percentText(share: number): string {
  const percent = share * 100;
  return `${numberText(percent, Math.abs(percent) < 9.95 && percent !== 0 ? 1 : 0)}%`;
}

/** A share for narrow cells: whole percent without the sign; what is above nothing and below half of one is `<1`. */
export function cellText(share: number): string {
  const percent = share * 100;
  return percent > 0 && percent < 0.5 ? "<1" : numberText(percent);
}

/** A number with up to two decimals, as many as it has; below a tenth, with two digits that tell something. */
export const plainText = (number: number): string => numberText(number, placesOf(number));

function placesOf(number: number): number {
  const size = Math.abs(number);
  const finest = size > 0 && size < 0.1 ? Math.min(12, 1 - Math.floor(Math.log10(size))) : 2;
  const [, decimals = ""] = size.toFixed(finest).split(".");
  return decimals.replace(/0+$/, "").length;
}

/** How many decimals tell marks apart that stand so far from each other. */
export const decimalsOf = (step: number): number =>
  Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
