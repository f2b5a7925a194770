import type { Shape } from '../shape.ts';
import { numbersFor } from './hints.ts';
import type { Place } from './place.ts';
import { variedNumber } from './varied.ts';

interface Limits {
  readonly least: number;
  readonly most: number;
  /** 0 where any number does. */
  readonly step: number;
}

/** A number within the shape's limits, the one that its name suggests where that fits; undefined when none fits. */
export function sampleNumber(shape: Shape, place: Place): number | undefined {
  const limits = limitsOf(shape);
  const wholes = shape.kind === 'integer';
  const fits = (value: number) =>
    value >= limits.least &&
    value <= limits.most &&
    isMultiple(value, limits.step) &&
    (!wholes || Number.isInteger(value));
  const middle = middleOf(limits);
  const usual = numbersFor(place);
  const tries = [
    ...usual.map(value => variedNumber(value, place)),
    ...usual,
    1 + place.turn,
    limits.least + place.turn * (limits.step || 1),
    middle,
    limits.most,
  ];
  for (const value of tries) {
    for (const near of [
      value,
      wholes ? Math.round(value) : value,
      up(value, limits.step),
      up(limits.least, limits.step),
    ]) {
      if (Number.isFinite(near) && fits(near)) return near;
    }
  }
  return undefined;
}

function middleOf({ least, most }: Limits): number {
  return Number.isFinite(least) && Number.isFinite(most) ? (least + most) / 2 : 0;
}

function up(value: number, step: number): number {
  return step > 0 && Number.isFinite(value) ? Math.ceil(value / step - 1e-9) * step : value;
}

/** Tolerant of binary fractions: 0.3 is a multiple of 0.1. */
function isMultiple(value: number, step: number): boolean {
  if (step === 0) return true;
  const times = value / step;
  return Math.abs(times - Math.round(times)) < 1e-9;
}

/** Ranges of the formats that name a machine's number. */
const WIDTHS: Readonly<Record<string, readonly [number, number]>> = {
  int: [-(2 ** 31), 2 ** 31 - 1],
  int32: [-(2 ** 31), 2 ** 31 - 1],
  uint32: [0, 2 ** 32 - 1],
  uint64: [0, Number.MAX_SAFE_INTEGER],
};

function limitsOf(shape: Shape): Limits {
  const wholes = shape.kind === 'integer';
  const width = WIDTHS[shape.format ?? ''] ??
    WIDTHS[shape.type] ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [least, most] = width;
  let step = 0;
  for (const { name, value } of shape.constraints) {
    if (typeof value !== 'number') continue;
    // A limit that is excluded: the next whole number, or a little way into the range.
    if (name === 'minimum') least = Math.max(least, value);
    else if (name === 'maximum') most = Math.min(most, value);
    else if (name === 'exclusiveMinimum') least = Math.max(least, wholes ? Math.floor(value) + 1 : after(value));
    else if (name === 'exclusiveMaximum') most = Math.min(most, wholes ? Math.ceil(value) - 1 : before(value));
    else if (name === 'multipleOf' && value > 0) step = value;
  }
  return { least, most, step: step || (wholes ? 1 : 0) };
}

function after(value: number): number {
  return value + Math.max(Math.abs(value) * 1e-9, 1e-9);
}

function before(value: number): number {
  return value - Math.max(Math.abs(value) * 1e-9, 1e-9);
}
