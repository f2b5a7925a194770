/**
 * True when a number is a whole multiple of another, as they are written in decimal: 19.99 is a multiple of 0.01, although
 * the nearest binary numbers are not. Undefined for what has no digits.
 */
export function isMultiple(value: number | bigint, of: number | bigint): boolean | undefined {
  if (typeof value === 'number' && typeof of === 'number') {
    if (Number.isSafeInteger(value) && Number.isSafeInteger(of)) return value % of === 0;
    if (!Number.isFinite(value) || !Number.isFinite(of)) return undefined;
  }
  const [a, b] = [digitsOf(value), digitsOf(of)];
  const exponent = Math.min(a.exponent, b.exponent);
  return scaled(a, exponent) % scaled(b, exponent) === 0n;
}

interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** The shortest decimal that stands for a number, which is how people wrote it. */
function digitsOf(value: number | bigint): Decimal {
  const [, whole = '0', fraction = '', exponent = '0'] =
    /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

function scaled({ digits, exponent }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(exponent - to);
}
