import { readFileSync } from "node:fs";

/** The fields of each line of a file in the folder `data`, without the header. */
export function linesOf(name: string): readonly (readonly string[])[] {
  return fieldsOf(name).slice(1);
}

/** The rows of a file in the folder `data`, as numbers by the names of the columns. */
export function dataSet(name: string): readonly Readonly<Record<string, number>>[] {
  const [names = [], ...lines] = fieldsOf(name);
  return lines.map((fields) =>
    Object.fromEntries(names.map((column, index) => [column, Number(fields[index])])),
  );
}

function fieldsOf(name: string): readonly (readonly string[])[] {
  const text = readFileSync(new URL(`data/${name}`, import.meta.url), "utf8");
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
}

/** A column of such rows. */
export function columnOf(
  rows: readonly Readonly<Record<string, number>>[],
  ...names: readonly string[]
): number[] {
  return rows.map(
    (row) => names.map((name) => row[name]).find((value) => value !== undefined) as number,
  );
}
