import { EVENT_ID, type Event } from 'js-yaml';
import type { Report } from './compose.ts';
import { SOURCE_NOT_UTF8, SOURCE_TEXT_TOO_LONG } from './salvage/damage.ts';

/** A text longer than this is data and no description. In UTF-16 code units. */
export const LONGEST = 1_000_000;

/** Places that are told; a file in another encoding has them everywhere. */
const MOST = 20;

/** Reports characters that were lost before the text came here, once per line. */
export function checkCharacters(text: string, report: Report): void {
  let at = text.indexOf('\uFFFD');
  for (let told = 0; at >= 0 && told < MOST; told++) {
    report(SOURCE_NOT_UTF8, at, at + 1);
    const line = text.indexOf('\n', at);
    at = line < 0 ? -1 : text.indexOf('\uFFFD', line);
  }
}

/** Reports values that are longer than any text that is meant to be read. */
export function checkLengths(text: string, events: readonly Event[], report: Report): void {
  if (text.length <= LONGEST) return;
  for (const event of events) {
    if (event.type !== EVENT_ID.SCALAR) continue;
    const length = event.valueEnd - event.valueStart;
    if (length > LONGEST) report(SOURCE_TEXT_TOO_LONG, event.valueStart, event.valueStart + 1, { length });
  }
}
