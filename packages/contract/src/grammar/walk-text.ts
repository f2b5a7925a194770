import { nearest } from '@portolan/base';
import { type Mend, onlyNear, replacing } from '../mend.ts';
import type { Cursor } from '../resolve/cursor.ts';
import { GRAMMAR_VALUE_NOT_ALLOWED, GRAMMAR_WRONG_TYPE } from './findings.ts';
import { FORMATS } from './formats.ts';
import type { Kind, NumberKind, StringKind } from './kinds.ts';
import { expected, found, subjectOf } from './phrases.ts';
import { cursorOf, type Spot } from './spot.ts';
import type { Walk } from './walk.ts';

export function walkText(walk: Walk, spot: Spot, kind: StringKind): void {
  const { value } = spot;
  if (typeof value !== 'string') {
    wrongType(walk, spot, kind);
    return;
  }
  if (kind.enum && !kind.enum.includes(value)) {
    const near = nearest(value, kind.enum);
    const mend = near !== undefined && onlyNear(value, near, kind.enum) ? replacing(cursorOf(spot), near) : undefined;
    notAllowed(walk, spot, kind, near === undefined ? '' : ` Did you mean \`${near}\`?`, mend);
    return;
  }
  if (kind.maxLength !== undefined && value.length > kind.maxLength) {
    notAllowed(walk, spot, kind);
    return;
  }
  const format = kind.format && FORMATS[kind.format];
  if (format && !format.test(value)) notAllowed(walk, spot, kind, ` For example: \`${format.like}\`.`);
}

export function walkNumber(walk: Walk, spot: Spot, kind: NumberKind): void {
  const { value } = spot;
  if (typeof value !== 'number') {
    wrongType(walk, spot, kind);
    return;
  }
  if (kind.integer && !Number.isInteger(value)) {
    wrongType(walk, spot, kind);
    return;
  }
  if (!fitsNumber(kind, value)) notAllowed(walk, spot, kind);
}

/** Whether a number is one that the kind takes. */
export function fitsNumber(kind: NumberKind, value: number): boolean {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, above = Number.NEGATIVE_INFINITY } = kind;
  if (kind.integer && !Number.isInteger(value)) return false;
  return value >= min && value <= max && value > above && (!kind.enum || kind.enum.includes(value));
}

export function wrongType(walk: Walk, spot: Spot, kind: Kind): void {
  const params = { subject: subjectOf(spot), expected: expected(kind, walk.grammar), found: found(spot.value) };
  const at = cursorOf(spot);
  walk.report(GRAMMAR_WRONG_TYPE, at, { ...params, hint: typeHint(spot.value, kind) }, typeMend(at, kind));
}

export function notAllowed(walk: Walk, spot: Spot, kind: Kind, hint = '', mend?: Mend): void {
  const params = { subject: subjectOf(spot), expected: expected(kind, walk.grammar), found: found(spot.value) };
  walk.report(GRAMMAR_VALUE_NOT_ALLOWED, cursorOf(spot), { ...params, hint }, mend);
}

function typeHint(value: unknown, kind: Kind): string {
  if (value === null) return ' When there is nothing to say, leave the key out.';
  if (kind.is === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    return ' Put the value in quotes.';
  const number = typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
  return kind.is === 'number' && number ? ' Take the quotes away.' : '';
}

/** What was meant where only quotes are too many or too few. */
function typeMend(at: Cursor, kind: Kind): Mend | undefined {
  const { value } = at;
  // A number is more than its value: 1.0 is the text “1.0”, so the text is taken from the document.
  if (kind.is === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return written => (fitsText(kind, written) ? replacing(at, written) : undefined);
  }
  if (typeof value !== 'string') return undefined;
  if (kind.is === 'boolean' && (value === 'true' || value === 'false')) return replacing(at, value === 'true');
  if (kind.is !== 'number' || value.trim() === '' || !Number.isFinite(Number(value))) return undefined;
  return fitsNumber(kind, Number(value)) ? replacing(at, Number(value)) : undefined;
}

function fitsText({ enum: values, format, maxLength }: StringKind, text: string): boolean {
  if (values && !values.includes(text)) return false;
  return text.length <= (maxLength ?? text.length) && (format === undefined || FORMATS[format].test(text));
}
