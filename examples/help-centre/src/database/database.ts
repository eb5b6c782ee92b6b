/** All that the help centre asks of a database: the same SQL runs on PGlite and on a PostgreSQL server. */
export interface Database {
  /** Runs one statement with its parameters `$1, $2, …` and gives the rows. */
  query<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Runs all statements of `work` or none of them. */
  transaction<T>(work: (database: Database) => Promise<T>): Promise<T>;
  /** Runs a script of several statements without parameters and gives the rows of the last. */
  script(sql: string): Promise<object[]>;
  close(): Promise<void>;
}
