import { generate, type Length } from '../pattern/generate.ts';
import { matcherOf } from '../pattern/match.ts';
import type { Shape } from '../shape.ts';
import { textsFor } from './hints.ts';
import { choose, type Place } from './place.ts';
import { sequence } from './random.ts';
import { variedText } from './varied.ts';

/** What a format looks like; three of each, so that a list of them differs. */
export const FORMATS: Readonly<Record<string, readonly string[]>> = {
  uuid: [
    '3f2b8c1e-5a4d-4e6f-9b7a-1c2d3e4f5a6b',
    '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    '0b9d4c6a-8f13-4c52-a1de-6f0e2b7c9d31',
  ],
  'date-time': ['2026-03-14T09:26:53Z', '2026-03-15T17:05:12Z', '2026-03-16T06:40:00Z'],
  'timestamp-millis': ['2026-03-14T09:26:53Z', '2026-03-15T17:05:12Z'],
  date: ['2026-03-14', '2026-03-15', '2026-03-16'],
  time: ['09:26:53Z', '17:05:12Z', '06:40:00Z'],
  duration: ['PT15M', 'P1D', 'PT2H'],
  email: ['alex@example.com', 'info@example.com', 'orders@example.com'],
  'idn-email': ['alex@example.com', 'info@example.com'],
  hostname: ['example.com', 'api.example.com'],
  ipv4: ['192.0.2.10', '192.0.2.11'],
  ipv6: ['2001:db8::1', '2001:db8::2'],
  uri: ['https://example.com/', 'https://example.com/orders', 'https://example.org/'],
  url: ['https://example.com/', 'https://example.com/orders'],
  'uri-reference': ['/orders', '/orders/1001'],
  'json-pointer': ['/order/id', '/order/total'],
  regex: ['^[a-z]+$', '^[0-9]+$'],
  byte: ['cG9ydG9sYW4=', 'Y2hhcnQ='],
  binary: ['cG9ydG9sYW4=', 'Y2hhcnQ='],
};

/** A text of the shape's format, pattern and length, and like its name where that fits; undefined when none is found. */
export function sampleText(shape: Shape, place: Place): string | undefined {
  const length = lengthOf(shape);
  const patterns = shape.constraints.filter(({ name }) => name === 'pattern').map(({ value }) => String(value));
  const format = FORMATS[shape.format ?? ''];
  const usual = [...(format ? [choose(format, place) as string, ...format] : []), ...textsFor(place)];
  const [first] = usual;
  const likely = first === undefined ? usual : [variedText(first, place), ...usual];
  const fits = (text: string) => {
    const size = [...text].length;
    return size >= length.least && size <= length.most && patterns.every(pattern => matches(pattern, text));
  };
  const found = likely.find(fits);
  if (found !== undefined) return found;
  if (patterns.length > 0) return generate(patterns, length, sequence(place.seed, place.path, place.turn));
  return format ? undefined : resized(likely[0] ?? 'text', length);
}

function resized(text: string, { least, most }: Length): string | undefined {
  if (most < least || least > 10_000) return undefined;
  return [...text.padEnd(least, ` ${text}`)].slice(0, Math.min(most, Math.max(least, text.length))).join('');
}

function lengthOf(shape: Shape): Length {
  let [least, most] = [0, Number.POSITIVE_INFINITY];
  for (const { name, value } of shape.constraints) {
    if (typeof value !== 'number') continue;
    if (name === 'minLength') least = Math.max(least, value);
    if (name === 'maxLength') most = Math.min(most, value);
  }
  return { least, most };
}

function matches(pattern: string, text: string): boolean {
  const matcher = matcherOf(pattern);
  return typeof matcher === 'function' && matcher(text) === true;
}
