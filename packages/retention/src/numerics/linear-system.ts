/** A symmetric table of numbers, row by row. */
export type SymmetricMatrix = readonly (readonly number[])[];

/** L of the decomposition L·Lᵀ, or nothing where the matrix is not positive definite, or hardly so. */
export function choleskyFactor(matrix: SymmetricMatrix): number[][] | undefined {
  const factor: number[][] = [];
  for (const [row, entries] of matrix.entries()) {
    const line: number[] = [];
    for (let column = 0; column < row; column++) {
      const other = factor[column] as number[];
      line.push((at(entries, column) - product(line, other, column)) / at(other, column));
    }
    const rest = at(entries, row) - product(line, line, row);
    if (!(rest > 1e-13 * at(entries, row))) return undefined;
    factor.push([...line, Math.sqrt(rest)]);
  }
  return factor;
}

/** x of L·Lᵀ·x = right. */
export function solveFactored(factor: SymmetricMatrix, right: readonly number[]): number[] {
  const x: number[] = [];
  for (const [row, line] of factor.entries()) {
    x.push((at(right, row) - product(line, x, row)) / at(line, row));
  }
  for (let row = x.length - 1; row >= 0; row--) {
    for (let below = row + 1; below < x.length; below++) {
      x[row] = at(x, row) - at(factor[below], row) * at(x, below);
    }
    x[row] = at(x, row) / at(factor[row], row);
  }
  return x;
}

/** The inverse of a positive definite matrix, or nothing. */
export function inverseOf(matrix: SymmetricMatrix): number[][] | undefined {
  const factor = choleskyFactor(matrix);
  const unit = (row: number) => matrix.map((_, column) => (row === column ? 1 : 0));
  return factor && matrix.map((_, row) => solveFactored(factor, unit(row)));
}

/** The sum of the products of the first `count` entries. */
function product(one: readonly number[], other: readonly number[], count: number): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += at(one, k) * at(other, k);
  return sum;
}

const at = (row: readonly number[] | undefined, index: number) => row?.[index] as number;
