import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openPostgres } from "./postgres.ts";

/** A PostgreSQL server of our own. */
export interface TemporaryServer {
  readonly url: string;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

const DEBIAN = "/usr/lib/postgresql";

/** Where PostgreSQL's programs are; `null` when it is not installed. */
export function postgresPrograms(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const newestFirst = versions.sort((one, other) => Number(other) - Number(one));
  const folders = [
    ...(process.env["PATH"] ?? "").split(delimiter),
    ...newestFirst.map((version) => join(DEBIAN, version, "bin")),
  ];
  const has = (folder: string) =>
    existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres"));
  return folders.find(has) ?? null;
}

/** Starts a server in a temporary folder, reached through a socket there; it does not outlive this process. */
export async function startTemporaryServer(programs: string): Promise<TemporaryServer> {
  const folder = mkdtempSync(join(tmpdir(), "escalation-worker-"));
  const user = serverUser();
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const options = { cwd: folder, ...user };
  const data = join(folder, "data");
  execFileSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    { ...options, stdio: "pipe" },
  );
  // Workers are killed here, never the server: its disk need not be waited for.
  const settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
  const tuning = ["shared_buffers=256MB", "max_wal_size=4GB", "listen_addresses="];
  const server = spawn(
    join(programs, "postgres"),
    ["-D", data, "-k", folder, ...[...settings, ...tuning].flatMap((one) => ["-c", one])],
    { ...options, stdio: "ignore" },
  );
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const end = () => server.kill("SIGINT");
  process.once("exit", end);
  const url = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  await untilReady(url);
  return {
    url,
    async stop() {
      process.off("exit", end);
      end();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server refuses to run as root: somebody else then. */
function serverUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const idOf = (option: string, user: string) =>
    Number(execFileSync("id", [option, user], { stdio: "pipe" }));
  try {
    return { uid: idOf("-u", "postgres"), gid: idOf("-g", "postgres") };
  } catch {
    return { uid: idOf("-u", "nobody"), gid: idOf("-g", "nobody") };
  }
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const database = openPostgres(url);
    try {
      await database.query("select 1");
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      await wait(100);
    } finally {
      await database.close();
    }
  }
}
