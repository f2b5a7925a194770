const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const EXACT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY_SECONDS = 24 * HOUR;

/** How long ago, from `now` (milliseconds): `just now`, `3 minutes ago`, `yesterday`; after a month, the day itself. */
export function ago(at: string, now: number): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(at)) / 1000));
  if (Number.isNaN(seconds)) return at;
  if (seconds < 45) return 'just now';
  if (seconds < HOUR) return RELATIVE.format(-Math.max(1, Math.round(seconds / MINUTE)), 'minute');
  if (seconds < DAY_SECONDS) return RELATIVE.format(-Math.round(seconds / HOUR), 'hour');
  if (seconds < 30 * DAY_SECONDS) return RELATIVE.format(-Math.round(seconds / DAY_SECONDS), 'day');
  return DAY.format(new Date(at));
}

/** Day and time to the second, in the reader's time zone. */
export function exactly(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? at : EXACT.format(date);
}

/** The day so many days before `now` (milliseconds), in UTC: `2026-02-22`. It stays the same for a day, so answers can be kept. */
export function daysAgo(days: number, now: number): string {
  return new Date(now - days * DAY_SECONDS * 1000).toISOString().slice(0, 10);
}
