/** The texts by which people write dates, times and bytes in JSON. */

/** True for a day of the calendar: `2026-02-28`. */
export function isDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === '') return false;
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** True for a time of day with at most so many digits after its seconds: `23:59:59.999`. A leap second is none. */
export function isTime(text: string, digits: number): boolean {
  const match = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(?:\.(\d+))?)?$/.exec(text);
  return match !== null && (match[3]?.length ?? 0) <= digits;
}

/** True for a date and a time, with an offset (RFC 3339) or without, as `zoned` says. */
export function isDateTime(text: string, zoned: boolean, digits = 9): boolean {
  const match = /^(\d{4}-\d{2}-\d{2})[Tt ]([\d:.]+)([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/.exec(text);
  if (!match || (match[3] !== undefined) !== zoned) return false;
  return isDate(match[1] as string) && isTime(match[2] as string, digits);
}

/** True for a duration of ISO 8601: `P1M2DT3.5S`. */
export function isDuration(text: string): boolean {
  return /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/.test(text);
}

/** True for a UUID (RFC 9562) in its usual form. */
export function isUuid(text: string): boolean {
  return /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text);
}

/** The bytes that a base64 text stands for, in either alphabet, padded or not; undefined for every other text. */
export function base64Length(text: string): number | undefined {
  const digits = /^([\w+/-]*)(={0,2})$/.exec(text);
  if (!digits || (/[+/]/.test(text) === true && /[-_]/.test(text) === true)) return undefined;
  const [, body = '', padding = ''] = digits;
  if (body.length % 4 === 1 || (padding !== '' && (body.length + padding.length) % 4 !== 0)) return undefined;
  return Math.floor((body.length * 3) / 4);
}
