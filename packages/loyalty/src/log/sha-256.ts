/** The fractions of the cube roots of the first 64 primes. */
const ROUND_WORDS = (
  "428a2f98 71374491 b5c0fbcf e9b5dba5 3956c25b 59f111f1 923f82a4 ab1c5ed5 d807aa98 12835b01 243185be 550c7dc3 72be5d74 " +
  "80deb1fe 9bdc06a7 c19bf174 e49b69c1 efbe4786 0fc19dc6 240ca1cc 2de92c6f 4a7484aa 5cb0a9dc 76f988da 983e5152 a831c66d " +
  "b00327c8 bf597fc7 c6e00bf3 d5a79147 06ca6351 14292967 27b70a85 2e1b2138 4d2c6dfc 53380d13 650a7354 766a0abb 81c2c92e " +
  "92722c85 a2bfe8a1 a81a664b c24b8b70 c76c51a3 d192e819 d6990624 f40e3585 106aa070 19a4c116 1e376c08 2748774c 34b0bcb5 " +
  "391c0cb3 4ed8aa4a 5b9cca4f 682e6ff3 748f82ee 78a5636f 84c87814 8cc70208 90befffa a4506ceb bef9a3f7 c67178f2"
)
  .split(" ")
  .map((word) => Number.parseInt(word, 16));

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/**
 * The SHA-256 of a text in UTF-8, in 64 hexadecimal digits; half of a surrogate pair counts as U+FFFD.
 *
 * @see FIPS PUB 180-4, Secure Hash Standard, section 6.2
 */
export function sha256(text: string): string {
  const words = paddedWords(text);
  const hash = [
    ...[0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a],
    ...[0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19],
  ];
  const schedule = new Int32Array(64);
  for (let at = 0; at < words.length; at += 16) {
    schedule.set(words.subarray(at, at + 16));
    extend(schedule);
    compress(hash, schedule);
  }
  return hash.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

function paddedWords(text: string): Int32Array {
  const bytes = unescape(encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd")));
  const { length } = bytes;
  const words = new Int32Array(((length + 72) >> 6) * 16);
  for (let at = 0; at < length; at++) {
    words[at >> 2] = (words[at >> 2] as number) | (bytes.charCodeAt(at) << (24 - 8 * (at & 3)));
  }
  words[length >> 2] = (words[length >> 2] as number) | (0x80 << (24 - 8 * (length & 3)));
  words[words.length - 2] = length / 2 ** 29;
  words[words.length - 1] = length << 3;
  return words;
}

function extend(schedule: Int32Array): void {
  for (let at = 16; at < 64; at++) {
    const early = schedule[at - 15] as number;
    const late = schedule[at - 2] as number;
    const small0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const small1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    schedule[at] = (schedule[at - 16] as number) + small0 + (schedule[at - 7] as number) + small1;
  }
}

function compress(hash: number[], schedule: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let at = 0; at < 64; at++) {
    const choice = g ^ (e & (f ^ g));
    const word = (ROUND_WORDS[at] as number) + (schedule[at] as number);
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + word) | 0;
    const majority = (a & b) | (c & (a | b));
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => {
    hash[at] = ((hash[at] as number) + word) | 0;
  });
}
