import { InvalidInputError } from "@kefu/core";
import type { ItemCounts } from "./item-counts.ts";

/** More would take minutes and gigabytes. */
const MOST_ITEMS = 4000;

/** Weights of every item on every other, row by row; rows are `size` long. */
export interface DenseWeights {
  readonly size: number;
  readonly weights: Float64Array;
}

/**
 * Regresses each item on all others: the best weights for that have a closed form.
 *
 * @see Harald Steck: Embarrassingly Shallow Autoencoders for Sparse Data, WWW 2019, equation 8
 */
export function easeWeights({ items, counts, pairs }: ItemCounts, ridge: number): DenseWeights {
  const count = items.length;
  if (count > MOST_ITEMS) {
    throw refusal(`takes up to ${MOST_ITEMS} items: use fitItemItem, or leave out rare items`);
  }
  // Four rows are worked on at a time; rows that fill up are those of a unit matrix.
  const size = Math.ceil(count / 4) * 4;
  const matrix = new Float64Array(size * size);
  let sum = 0;
  for (let item = 0; item < count; item++) sum += counts[item] as number;
  for (let row = 0; row < size; row++) {
    matrix[row * size + row] = row < count ? (counts[row] as number) + (ridge * sum) / count : 1;
  }
  for (let at = 0; at < pairs.length; at += 4) {
    const [low, high] = [pairs[at] as number, pairs[at + 1] as number];
    matrix[high * size + low] = pairs[at + 2] as number;
  }
  invert(matrix, size);
  const scales = Float64Array.from({ length: size }, (_, row) => -1 / at(matrix, row * size + row));
  for (let row = 0; row < size; row++) {
    for (let column = row; column < size; column++) {
      const value = at(matrix, row * size + column);
      matrix[row * size + column] = value * at(scales, column);
      matrix[column * size + row] = value * at(scales, row);
    }
  }
  return { size, weights: matrix };
}

/**
 * Puts the inverse of a symmetric positive definite matrix, given by its lower triangle, into the upper one. With A = L Lᵀ and
 * U = (L⁻¹)ᵀ the inverse is U Uᵀ: all three steps are products of rows, which lie together in memory.
 */
function invert(matrix: Float64Array, size: number): void {
  const inverses = new Float64Array(size);
  factorize(matrix, size, inverses);
  invertFactor(matrix, size, inverses);
  multiplyUp(matrix, size);
}

const at = (values: Float64Array, place: number): number => values[place] as number;

/** The product of two rows between two columns. */
function dot(m: Float64Array, one: number, other: number, from: number, to: number): number {
  let sum = 0;
  for (let k = from; k < to; k++) sum += at(m, one + k) * at(m, other + k);
  return sum;
}

/** Settles each place of a tile, row by row. */
function eachPlace(
  top: number,
  left: number,
  settle: (row: number, column: number, place: number) => void,
): void {
  for (let place = 0; place < 16; place++) settle(top + (place >> 2), left + (place & 3), place);
}

/** A → L, in the lower triangle; `inverses` holds 1 over its diagonal. */
function factorize(m: Float64Array, size: number, inverses: Float64Array): void {
  const tile = new Float64Array(16);
  for (let left = 0; left < size; left += 4) {
    for (let top = left; top < size; top += 4) {
      multiplyRows(m, top * size, left * size, size, 0, left, tile);
      eachPlace(top, left, (row, column, place) => {
        if (column > row) return;
        const here = row * size + column;
        const rest =
          at(m, here) - at(tile, place) - dot(m, row * size, column * size, left, column);
        if (row > column) m[here] = rest * at(inverses, column);
        else inverses[row] = inverseRoot(rest);
      });
    }
  }
}

function inverseRoot(pivot: number): number {
  if (pivot > 0) return 1 / Math.sqrt(pivot);
  throw refusal("cannot be fitted to counts that contradict each other");
}

/** L → U, in the upper triangle. Its diagonal, which is that of 1 / L, comes last: there is L's still. */
function invertFactor(m: Float64Array, size: number, inverses: Float64Array): void {
  const tile = new Float64Array(16);
  for (let left = 0; left < size; left += 4) {
    for (let top = 0; top <= left; top += 4) {
      // From the next four columns on, all four rows of U are within their triangle.
      const edge = top + 4;
      multiplyRows(m, top * size, left * size, size, edge, Math.max(edge, left), tile);
      eachPlace(top, left, (row, column, place) => {
        if (column <= row) return;
        const [own, other] = [row * size, column * size];
        const sum =
          at(inverses, row) * at(m, other + row) +
          dot(m, own, other, row + 1, Math.min(edge, column)) +
          at(tile, place) +
          dot(m, own, other, Math.max(left, edge), column);
        m[own + column] = -sum * at(inverses, column);
      });
    }
  }
  for (let row = 0; row < size; row++) m[row * (size + 1)] = at(inverses, row);
}

/** U → U Uᵀ. Each entry is written when no later one needs it. */
function multiplyUp(m: Float64Array, size: number): void {
  const tile = new Float64Array(16);
  for (let top = 0; top < size; top += 4) {
    for (let left = top; left < size; left += 4) {
      multiplyRows(m, top * size, left * size, size, left + 4, size, tile);
      eachPlace(top, left, (row, column, place) => {
        if (column < row) return;
        const [own, other] = [row * size, column * size];
        m[own + column] = at(tile, place) + dot(m, own, other, column, left + 4);
      });
    }
  }
}

/**
 * The 16 products of four rows and four rows, between two columns. Written out: sixteen sums stay in registers, and each
 * number that is read is used four times.
 */
function multiplyRows(
  m: Float64Array,
  first: number,
  second: number,
  size: number,
  from: number,
  to: number,
  tile: Float64Array,
): void {
  let [aw, ax, ay, az, bw, bx, by, bz] = [0, 0, 0, 0, 0, 0, 0, 0];
  let [cw, cx, cy, cz, dw, dx, dy, dz] = [0, 0, 0, 0, 0, 0, 0, 0];
  let [a, w] = [first + from, second + from];
  let [b, c, d] = [a + size, a + 2 * size, a + 3 * size];
  let [x, y, z] = [w + size, w + 2 * size, w + 3 * size];
  for (let k = from; k < to; k++) {
    const ka = m[a++] as number;
    const kb = m[b++] as number;
    const kc = m[c++] as number;
    const kd = m[d++] as number;
    const kw = m[w++] as number;
    const kx = m[x++] as number;
    const ky = m[y++] as number;
    const kz = m[z++] as number;
    aw += ka * kw;
    ax += ka * kx;
    ay += ka * ky;
    az += ka * kz;
    bw += kb * kw;
    bx += kb * kx;
    by += kb * ky;
    bz += kb * kz;
    cw += kc * kw;
    cx += kc * kx;
    cy += kc * ky;
    cz += kc * kz;
    dw += kd * kw;
    dx += kd * kx;
    dy += kd * ky;
    dz += kd * kz;
  }
  tile[0] = aw;
  tile[1] = ax;
  tile[2] = ay;
  tile[3] = az;
  tile[4] = bw;
  tile[5] = bx;
  tile[6] = by;
  tile[7] = bz;
  tile[8] = cw;
  tile[9] = cx;
  tile[10] = cy;
  tile[11] = cz;
  tile[12] = dw;
  tile[13] = dx;
  tile[14] = dy;
  tile[15] = dz;
}

function refusal(message: string): InvalidInputError {
  return new InvalidInputError("EASE", [{ path: [], message }]);
}
