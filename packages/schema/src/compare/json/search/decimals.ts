/** A number as people write it: `digits` times ten to the power of `exponent`. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** The shortest decimal that stands for a finite number. */
export function decimalOf(value: number): Decimal {
  const [, whole = '0', fraction = '', exponent = '0'] =
    /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

/** The digits of a number at an exponent that is not above its own. */
export function scaled({ digits, exponent }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(exponent - to);
}

/** The number that JavaScript has for a decimal; undefined where it has none that is written the same. */
export function numberOf({ digits, exponent }: Decimal): number | undefined {
  const value = Number(`${digits}e${exponent}`);
  if (!Number.isFinite(value)) return undefined;
  const back = decimalOf(value);
  const common = Math.min(back.exponent, exponent);
  return scaled(back, common) === scaled({ digits, exponent }, common) ? value : undefined;
}

/** The least number that both divide, both more than zero. */
export function leastCommon(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  const [x, y] = [scaled(a, exponent), scaled(b, exponent)];
  return { digits: (x / divisor(x, y)) * y, exponent };
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b);
}
