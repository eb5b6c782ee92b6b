import { z } from "zod";
import { CODES_BY_DECIMALS } from "./currency-data.ts";
import { invalidInput } from "./parse-input.ts";

const DECIMALS: ReadonlyMap<string, number> = new Map(
  Object.entries(CODES_BY_DECIMALS).flatMap(([decimals, codes]) =>
    codes.split(" ").map((code): [string, number] => [code, Number(decimals)]),
  ),
);

const MESSAGE = "must be a currency code of ISO 4217, such as EUR";

/** The code of a currency after ISO 4217, in capitals: `"EUR"`, `"CNY"`, `"TWD"`. Only codes that exist. */
export const Currency = z.string().refine(isCurrency, MESSAGE);
/** The code of a currency, see the schema of the same name. */
export type Currency = z.output<typeof Currency>;

/**
 * How many decimals a currency is written with: one unit of it is `10 ** decimals` of the smallest ones.
 *
 * @throws {@link InvalidInputError} when ISO 4217 does not have the code
 *
 * @example
 * ```ts
 * import { currencyDecimals } from "@kefu/core";
 *
 * currencyDecimals("EUR"); // => 2
 * currencyDecimals("JPY"); // => 0
 * ```
 */
export function currencyDecimals(currency: Currency): number {
  const decimals = DECIMALS.get(currency);
  if (decimals === undefined) throw invalidInput("currency", MESSAGE);
  return decimals;
}

/** Whether ISO 4217 has the code. */
export function isCurrency(code: string): boolean {
  return DECIMALS.has(code);
}
