import type { Maker } from '../model.ts';
import { UNKNOWN, YES } from '../model.ts';
import { overspent, refuse } from '../run.ts';
import { isDate, isDateTime, isDuration, isTime } from './dates.ts';
import { isEmail, isHostname, isIdnEmail, isIdnHostname, isIpv4, isIpv6 } from './hosts.ts';
import { isBase64, isJsonPointer, isRegex, isRelativeJsonPointer, isUriTemplate, isUuid } from './texts.ts';
import { isIri, isIriReference, isUri, isUriReference } from './uris.ts';

/** Formats of texts by name: those of JSON Schema, and `byte` of AsyncAPI and OpenAPI. `binary` and `password` allow any text. */
const TEXTS: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ['date-time', isDateTime],
  ['date', isDate],
  ['time', isTime],
  ['duration', isDuration],
  ['email', isEmail],
  ['idn-email', isIdnEmail],
  ['hostname', isHostname],
  ['idn-hostname', isIdnHostname],
  ['ipv4', isIpv4],
  // What draft-03 called it is still written.
  ['ip-address', isIpv4],
  ['ipv6', isIpv6],
  ['uri', isUri],
  ['uri-reference', isUriReference],
  ['iri', isIri],
  ['iri-reference', isIriReference],
  ['uri-template', isUriTemplate],
  ['uuid', isUuid],
  ['json-pointer', isJsonPointer],
  ['relative-json-pointer', isRelativeJsonPointer],
  ['regex', isRegex],
  ['byte', isBase64],
]);

/** The largest number of 32 bits, in the binary form of IEEE 754. */
const FLOAT = 3.4028234663852886e38;

const WIDTHS: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ['int8', [-(2 ** 7), 2 ** 7 - 1]],
  ['int16', [-(2 ** 15), 2 ** 15 - 1]],
  ['int32', [-(2 ** 31), 2 ** 31 - 1]],
  // The nearest number that JavaScript has to 2^63 - 1 is 2^63.
  ['int64', [-(2 ** 63), 2 ** 63]],
  ['uint8', [0, 2 ** 8 - 1]],
  ['uint16', [0, 2 ** 16 - 1]],
  ['uint32', [0, 2 ** 32 - 1]],
  ['uint64', [0, 2 ** 64]],
]);

/** Limits of the formats that name a machine's number; the whole ones are whole. */
function isNumberOf(format: string, value: number | bigint): boolean {
  if (format === 'float') return value >= -FLOAT && value <= FLOAT;
  if (format === 'double') return Number.isFinite(Number(value));
  const [least, most] = WIDTHS.get(format) ?? [0, 0];
  return value >= least && value <= most && (typeof value === 'bigint' || Number.isInteger(value));
}

const NUMBERS: ReadonlySet<string> = new Set([...WIDTHS.keys(), 'float', 'double']);

/** True for a text of a format; false for every other, and for formats that nobody knows. */
export function isOfFormat(text: string, name: string): boolean {
  return TEXTS.get(name)?.(text) ?? false;
}

/** What a format is about: texts, numbers within limits, or nothing that anybody knows. */
export function formatFacts(name: string): 'text' | { least: number; most: number; isWhole: boolean } | undefined {
  if (TEXTS.has(name)) return 'text';
  if (name === 'float') return { least: -FLOAT, most: FLOAT, isWhole: false };
  if (name === 'double') return { least: -Number.MAX_VALUE, most: Number.MAX_VALUE, isWhole: false };
  const width = WIDTHS.get(name);
  return width && { least: width[0], most: width[1], isWhole: true };
}

/** `format`: a name that nobody knows says nothing, as every draft demands. */
export const format: Maker = schema => {
  const name = String(schema.format);
  const isText = TEXTS.get(name);
  if (isText) {
    return (value, run) => {
      if (typeof value !== 'string') return YES;
      if (overspent(run, value.length >> 6)) return UNKNOWN;
      return isText(value) ? YES : refuse(run, { keyword: 'format', limit: name, found: value });
    };
  }
  if (!NUMBERS.has(name)) return undefined;
  return (value, run) => {
    if (typeof value !== 'number' && typeof value !== 'bigint') return YES;
    return isNumberOf(name, value) ? YES : refuse(run, { keyword: 'format', limit: name, found: value });
  };
};
