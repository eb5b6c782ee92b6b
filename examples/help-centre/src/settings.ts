import { z } from "zod";

/** What the environment may set. An empty variable counts as not set. */
const Environment = z.object({
  /** The port to listen on; when it is taken, the next free one. */
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** A PostgreSQL server, as `postgres://user:password@host/database`; without it data lives in `.data`. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** What an agent types to reach the inbox. */
  AGENT_CODE: z.string().min(4).default("maplewick"),
  /** Whether made-up visits fill the editor's pages; only with the database in `.data`. */
  DEMO_HISTORY: z.enum(["on", "off"]).default("on"),
});

export interface Settings {
  readonly port: number;
  readonly databaseUrl: string | undefined;
  readonly agentCode: string;
  readonly hasDemoHistory: boolean;
}

/** Reads the settings; what is wrong with them is thrown as one readable sentence a line. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const set = Object.entries(environment).filter(
    ([, value]) => value !== undefined && value !== "",
  );
  const result = Environment.safeParse(Object.fromEntries(set));
  if (!result.success) throw new Error(z.prettifyError(result.error));
  const { PORT, DATABASE_URL, AGENT_CODE, DEMO_HISTORY } = result.data;
  return {
    port: PORT,
    databaseUrl: DATABASE_URL,
    agentCode: AGENT_CODE,
    // Nothing made up ever reaches a server's own data.
    hasDemoHistory: DEMO_HISTORY === "on" && DATABASE_URL === undefined,
  };
}
