/**
 * The day that a date stands for, as `2027-01-31`, in UTC: a day, a moment of RFC 3339, the date of an HTTP header
 * (RFC 9110, as Sunset has it), or seconds behind an `@` (RFC 9651, as Deprecation has it). Undefined for anything else.
 */
export function dayOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return dayFrom(`${text}T00:00:00Z`, text);
  if (/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d/.test(text)) return dayFrom(text);
  if (/^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(text)) return dayFrom(text);
  const seconds = /^@(\d{1,12})$/.exec(text)?.[1];
  return seconds === undefined ? undefined : dayFrom(Number(seconds) * 1000);
}

/** @param exactly the day that has to come out: the 31st of February is none */
function dayFrom(moment: string | number, exactly?: string): string | undefined {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return undefined;
  const day = date.toISOString().slice(0, 10);
  return exactly === undefined || exactly === day ? day : undefined;
}
