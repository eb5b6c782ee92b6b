/**
 * Texts as bytes. UTF-8 costs three bytes a Chinese character and cannot hold half a surrogate pair; here ASCII takes one byte,
 * the characters of China, Japan and most other scripts two, the rest three; any text comes back as it was.
 */
const CJK = { first: 0x3000, lead: 0x80, leads: 0x70 } as const;
const REST = 0xf0;
const NEAR = { first: 0x80, lead: 0xf1, leads: 15 } as const;

/** The bytes of a text. */
export function encodeText(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    const lead = leadOf(code);
    bytes[length++] = lead;
    if (lead === REST) bytes[length++] = code >> 8;
    bytes[length++] = (code - (lead === REST ? 0 : firstOf(lead))) & 255;
  }
  return bytes.slice(0, length);
}

function leadOf(code: number): number {
  const [near, cjk] = [(code - NEAR.first) >> 8, (code - CJK.first) >> 8];
  if (cjk >= 0 && cjk < CJK.leads) return CJK.lead + cjk;
  return near < NEAR.leads ? NEAR.lead + near : REST;
}

const firstOf = (lead: number): number =>
  lead < REST ? CJK.first + ((lead - CJK.lead) << 8) : NEAR.first + ((lead - NEAR.lead) << 8);

const CHUNK = 8192;

/** The text of so many code units that bytes stand for. */
export function decodeText(bytes: Uint8Array, length: number): string {
  const codes = new Uint16Array(length);
  let at = 0;
  for (let place = 0; place < length; place++) {
    const lead = bytes[at++] ?? 0;
    if (lead < 0x80) {
      codes[place] = lead;
      continue;
    }
    const first = lead === REST ? (bytes[at++] ?? 0) << 8 : firstOf(lead);
    codes[place] = first + (bytes[at++] ?? 0);
  }
  return textOf(codes);
}

/** The text that code units make up. */
export function textOf(codes: Uint16Array | Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < codes.length; from += CHUNK) {
    const chunk = codes.subarray(from, from + CHUNK);
    // Spreading them would step through an iterator: ten times slower.
    parts.push(Reflect.apply(String.fromCharCode, undefined, chunk));
  }
  return parts.join("");
}
