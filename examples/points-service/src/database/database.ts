/** Runs one statement with its parameters `$1, $2, …` and gives the rows. */
export interface Connection {
  query<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** All that is asked of a database: the same SQL runs on PGlite and on a PostgreSQL server. */
export interface Database extends Connection {
  /** Runs all statements of `work` or none of them. */
  transaction<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
