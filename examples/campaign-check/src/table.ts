import stringWidth from "string-width";

/** A table in columns, its first row the heading; a Chinese character takes two places. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => stringWidth(row[column] ?? ""))),
  );
  const line = (row: readonly string[]) =>
    row.map((cell, at) => cell + " ".repeat((widths[at] ?? 0) - stringWidth(cell))).join("  ");
  return rows.map((row) => line(row).trimEnd()).join("\n");
}
