import { statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { KefuError } from "@kefu/core";
import { type ReportFigures, reportFigures } from "./figures/report-figures.ts";
import { rejectsFile } from "./orders/rejects-file.ts";
import { reportPage } from "./page/page.ts";
import { sumOverQueue } from "./queue/sum-over-queue.ts";
import { type ReportOptions, readOptions } from "./read-options.ts";
import { ReportError } from "./report-error.ts";
import { type SummedOrders, sumFile } from "./shards/sum-file.ts";
import type { Terminal } from "./terminal.ts";
import { USAGE } from "./usage.ts";

/** The orders that come along. */
const SAMPLE = fileURLToPath(new URL("../data/cdnow-sample.csv", import.meta.url));

/** Does what the words ask for. Gives the code to exit with: 0, or 2 for a mistake of whoever typed them. */
export async function runCommand(words: readonly string[], terminal: Terminal): Promise<0 | 2> {
  try {
    const options = readOptions(words);
    if (options === "help") terminal.print(USAGE);
    else await report(options, terminal);
    return 0;
  } catch (error) {
    if (!isMistake(error)) throw error;
    terminal.progress("");
    terminal.complain(`retention-report: ${error.message.split("\n")[0]}`);
    return 2;
  }
}

async function report(options: ReportOptions, terminal: Terminal): Promise<void> {
  const { file = SAMPLE, out, isJson, locale } = options;
  const rejectsPath = `${out.replace(/\.html?$/i, "")}.rejects.csv`;
  const figures = await figuresOf({ ...options, file }, { rejectsPath, terminal });
  terminal.progress("");
  if (figures.source.rejected > 0) terminal.complain(rejectedText(figures, rejectsPath));
  if (isJson) return terminal.print(JSON.stringify(figures, null, 2));
  writeFileSync(out, reportPage(figures, locale));
  terminal.print(
    `${out}: ${figures.source.orders} orders of ${figures.source.customers} customers`,
  );
}

interface Target {
  readonly rejectsPath: string;
  readonly terminal: Terminal;
}

async function figuresOf(
  options: ReportOptions & { readonly file: string },
  { rejectsPath, terminal }: Target,
): Promise<ReportFigures> {
  const { file, assumptions } = options;
  const sum = await readOrders(options, { rejectsPath, terminal });
  try {
    const { days } = sum;
    if (days === null) throw new ReportError("has no row that is an order", { file });
    terminal.progress("Estimating …");
    return await reportFigures(nameOf(file), { ...sum, days }, assumptions);
  } finally {
    await sum.close();
  }
}

async function readOrders(
  { file, columns, decimals, workers, isQueued }: ReportOptions & { readonly file: string },
  { rejectsPath, terminal }: Target,
): Promise<SummedOrders> {
  const { size } = statSync(file);
  const rejects = rejectsFile(rejectsPath);
  const databaseUrl = process.env["DATABASE_URL"];
  const sumUp = isQueued ? sumOverQueue : sumFile;
  const sum = await sumUp(file, {
    databaseUrl,
    columns,
    decimals,
    workers,
    keepRejected: rejects.add,
    onProgress: (bytes) => terminal.progress(barOf(Math.min(1, bytes / size))),
  });
  await rejects.close();
  return sum;
}

const BAR = 24;
const barOf = (share: number) =>
  `Reading ${"█".repeat(Math.round(share * BAR)).padEnd(BAR, "·")} ${Math.round(share * 100)} %`;

const rejectedText = ({ source }: ReportFigures, path: string) =>
  `${source.rejected} of ${source.rows} rows are no orders; they are in ${path}, with line and reason`;

const nameOf = (file: string) => file.split(/[\\/]/).at(-1) as string;

/** Mistakes of whoever types: ours, Kefu's, those of the arguments, and files that are not there. */
const isMistake = (error: unknown): error is Error =>
  error instanceof ReportError ||
  error instanceof KefuError ||
  (error instanceof Error && "code" in error && ("path" in error || error instanceof TypeError));
