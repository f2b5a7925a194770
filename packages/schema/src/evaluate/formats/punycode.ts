/** The encoding of RFC 3492 with the parameters of its section 5: letters of all scripts as letters and digits of ASCII. */

const BASE = 36;
const LEAST = 1;
const MOST = 26;
const LARGEST = 0x10ffff;

/** Decodes what stands after `xn--`; undefined for what is no encoding of anything. */
export function decoded(text: string): string | undefined {
  const basic = text.lastIndexOf('-');
  const points = [...text.slice(0, Math.max(basic, 0))].map(character => character.codePointAt(0) ?? 0);
  let at = basic < 0 ? 0 : basic + 1;
  let [code, index, bias] = [128, 0, 72];
  while (at < text.length) {
    const before = index;
    for (let weight = 1, step = BASE; ; step += BASE) {
      const digit = digitOf(text.charCodeAt(at++));
      if (digit === undefined) return undefined;
      index += digit * weight;
      const threshold = thresholdAt(step, bias);
      if (digit < threshold) break;
      weight *= BASE - threshold;
      if (weight > LARGEST * BASE) return undefined;
    }
    const count = points.length + 1;
    bias = adapted(index - before, count, before === 0);
    code += Math.floor(index / count);
    index %= count;
    if (code > LARGEST || (code >= 0xd800 && code < 0xe000)) return undefined;
    points.splice(index++, 0, code);
  }
  return String.fromCodePoint(...points);
}

/** Encodes a text, without `xn--` before it. */
export function encoded(text: string): string {
  const points = [...text].map(character => character.codePointAt(0) ?? 0);
  const basic = points.filter(point => point < 128);
  let written = String.fromCodePoint(...basic) + (basic.length > 0 ? '-' : '');
  let [code, delta, bias, done] = [128, 0, 72, basic.length];
  while (done < points.length) {
    const next = Math.min(...points.filter(point => point >= code));
    delta += (next - code) * (done + 1);
    code = next;
    for (const point of points) {
      if (point < code) delta++;
      if (point !== code) continue;
      let rest = delta;
      for (let step = BASE; ; step += BASE) {
        const threshold = thresholdAt(step, bias);
        if (rest < threshold) break;
        written += letterOf(threshold + ((rest - threshold) % (BASE - threshold)));
        rest = Math.floor((rest - threshold) / (BASE - threshold));
      }
      written += letterOf(rest);
      bias = adapted(delta, done + 1, done === basic.length);
      delta = 0;
      done++;
    }
    delta++;
    code++;
  }
  return written;
}

function digitOf(unit: number): number | undefined {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30 + 26;
  const letter = unit | 0x20;
  return letter >= 0x61 && letter <= 0x7a ? letter - 0x61 : undefined;
}

function letterOf(digit: number): string {
  return String.fromCharCode(digit < 26 ? digit + 0x61 : digit - 26 + 0x30);
}

function thresholdAt(step: number, bias: number): number {
  return Math.min(MOST, Math.max(LEAST, step - bias));
}

function adapted(delta: number, count: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / 700) : delta >> 1;
  rest += Math.floor(rest / count);
  let bias = 0;
  for (; rest > ((BASE - LEAST) * MOST) >> 1; bias += BASE) rest = Math.floor(rest / (BASE - LEAST));
  return bias + Math.floor(((BASE - LEAST + 1) * rest) / (rest + 38));
}
