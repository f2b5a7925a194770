import { nearest } from '@portolan/base';
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
    notAllowed(walk, spot, kind, near === undefined ? '' : ` Did you mean \`${near}\`?`);
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
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, above = Number.NEGATIVE_INFINITY } = kind;
  const fits = value >= min && value <= max && value > above && (!kind.enum || kind.enum.includes(value));
  if (!fits) notAllowed(walk, spot, kind);
}

export function wrongType(walk: Walk, spot: Spot, kind: Kind): void {
  const params = { subject: subjectOf(spot), expected: expected(kind, walk.grammar), found: found(spot.value) };
  walk.report(GRAMMAR_WRONG_TYPE, cursorOf(spot), { ...params, hint: typeHint(spot.value, kind) });
}

export function notAllowed(walk: Walk, spot: Spot, kind: Kind, hint = ''): void {
  const params = { subject: subjectOf(spot), expected: expected(kind, walk.grammar), found: found(spot.value) };
  walk.report(GRAMMAR_VALUE_NOT_ALLOWED, cursorOf(spot), { ...params, hint });
}

function typeHint(value: unknown, kind: Kind): string {
  if (value === null) return ' When there is nothing to say, leave the key out.';
  if (kind.is === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    return ' Put the value in quotes.';
  const number = typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
  return kind.is === 'number' && number ? ' Take the quotes away.' : '';
}
