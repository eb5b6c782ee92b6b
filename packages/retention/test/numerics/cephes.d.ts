/** The package brings types that its `exports` hide. */
declare module "cephes" {
  const cephes: Readonly<
    Record<"lgam" | "psi", (x: number) => number> & {
      readonly incbet: (a: number, b: number, x: number) => number;
      readonly chdtrc: (degrees: number, statistic: number) => number;
    }
  >;
  /** Resolved when the library can be asked. */
  export const compiled: Promise<void>;
  // biome-ignore lint/style/noDefaultExport: so it is.
  export default cephes;
}
