import { removing } from '../mend.ts';
import { isObject, type Json, referenceOf } from '../resolve/cursor.ts';
import * as findings from './findings.ts';
import { FORMATS, isExtension } from './formats.ts';
import type { ChoiceKind, Kind, ListKind, MapKind, ObjectKind, ReferenceKind, ReferenceOrKind } from './kinds.ts';
import { oneOf, text } from './kinds.ts';
import { checkPresence, checkStranger, checkVersion, versionOf } from './object-rules.ts';
import { found, namesOf, subjectOf, titleOf } from './phrases.ts';
import { settle } from './settle.ts';
import { child, cursorOf, memberOf, type Spot, versionNumber } from './spot.ts';
import { isFirst, MAX_DEPTH, type Walk } from './walk.ts';
import { fitsNumber, notAllowed, walkNumber, walkText, wrongType } from './walk-text.ts';

/** Checks a value against a kind, and everything below it. */
export function walkValue(walk: Walk, spot: Spot, kind: Kind): void {
  if (spot.depth > MAX_DEPTH) {
    tooDeep(walk, spot);
    return;
  }
  const settled = settle(walk, kind, spot);
  switch (settled?.is) {
    case undefined:
      wrongType(walk, spot, kind);
      break;
    case 'string':
      walkText(walk, spot, settled);
      break;
    case 'number':
      walkNumber(walk, spot, settled);
      break;
    case 'boolean':
      if (typeof spot.value !== 'boolean') wrongType(walk, spot, settled);
      break;
    case 'null':
      if (spot.value !== null) wrongType(walk, spot, settled);
      break;
    case 'list':
      walkList(walk, spot, settled);
      break;
    case 'map':
      walkMap(walk, spot, settled);
      break;
    case 'object':
      if (isObject(spot.value)) walkObject(walk, spot, settled);
      else wrongType(walk, spot, settled);
      break;
    case 'choice':
      walkChoice(walk, spot, settled);
      break;
    case 'reference':
      walkReference(walk, spot, settled);
      break;
    case 'referenceOr':
      walkReferenceOr(walk, spot, settled);
      break;
    default:
      break;
  }
}

function walkList(walk: Walk, spot: Spot, kind: ListKind): void {
  const { value } = spot;
  if (!Array.isArray(value)) {
    wrongType(walk, spot, kind);
    return;
  }
  if (value.length < (kind.minItems ?? 0)) {
    notAllowed(walk, spot, kind);
    return;
  }
  for (let index = 0; index < value.length; index++) {
    walkValue(walk, child(spot, 'item', index, value[index]), kind.of);
  }
}

function walkMap(walk: Walk, spot: Spot, kind: MapKind): void {
  const { value } = spot;
  if (!isObject(value)) {
    wrongType(walk, spot, kind);
    return;
  }
  if (kind.of.is !== 'any' && referenceOf(value) !== undefined) {
    unexpectedReference(walk, spot, kind);
    return;
  }
  const format = kind.keys && FORMATS[kind.keys];
  for (const key of Object.keys(value)) {
    if (format && !format.test(key)) {
      const at = { ...memberOf(spot, key), part: 'key' as const };
      walk.report(findings.GRAMMAR_KEY_NOT_ALLOWED, at, { key, expected: format.says, like: format.like });
    }
    walkValue(walk, child(spot, 'entry', key, value[key]), kind.of);
  }
}

function walkObject(walk: Walk, spot: Spot, kind: ObjectKind): void {
  const value = spot.value as Json;
  if (value.$ref !== undefined && referenceOf(value) !== undefined && !kind.fields.$ref) {
    unexpectedReference(walk, spot, kind);
    return;
  }
  if (!isFirst(walk, value, kind)) return;
  spot.as = kind;
  const version = versionOf(walk, spot, kind);
  let hints = '';
  for (const key of Object.keys(value)) {
    // A key that every object inherits, as `constructor`, leads to something that has no kind.
    const field = kind.fields[key];
    if (!field?.kind) {
      hints += checkStranger(walk, spot, kind, key, version);
      continue;
    }
    if (!checkVersion(walk, spot, kind, key, field, version) || plainlyFits(field.kind, value[key])) continue;
    walkValue(walk, child(spot, 'field', key, value[key], version), field.kind);
  }
  checkPresence(walk, spot, kind, version, hints);
}

/** The quick answer for most values: true where a value is surely right and has nothing inside to look at. */
function plainlyFits(kind: Kind, value: unknown): boolean {
  switch (kind.is) {
    case 'string':
      if (typeof value !== 'string') return false;
      return kind === text || (kind.enum?.includes(value) ?? false);
    case 'number':
      return typeof value === 'number' && fitsNumber(kind, value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'either':
      for (const one of kind.of) if (plainlyFits(one, value)) return true;
      return false;
    default:
      return kind.is === 'any';
  }
}

/** An object whose fields depend on the text of one member. */
function walkChoice(walk: Walk, spot: Spot, kind: ChoiceKind): void {
  const { value } = spot;
  if (!isObject(value)) {
    wrongType(walk, spot, kind);
    return;
  }
  if (!Object.hasOwn(value, kind.by)) {
    const params = { owner: titleOf(spot, kind.name), field: `\`${kind.by}\`` };
    walk.report(findings.GRAMMAR_REQUIRED_MISSING, cursorOf(spot), params);
    return;
  }
  const known = Object.keys(kind.of).filter(name => walk.version.number >= versionNumber(kind.of[name]?.since ?? '0'));
  const chosen = value[kind.by];
  if (typeof chosen === 'string' && known.includes(chosen)) {
    walkObject(walk, spot, kind.of[chosen] as ObjectKind);
    return;
  }
  walkText(walk, child(spot, 'field', kind.by, chosen), oneOf(...known));
}

function walkReference(walk: Walk, spot: Spot, kind: ReferenceKind): void {
  if (isObject(spot.value) && Object.hasOwn(spot.value, '$ref')) {
    followLater(walk, spot, kind.to);
    return;
  }
  const params = { subject: subjectOf(spot), found: found(spot.value), like: kind.like };
  walk.report(findings.GRAMMAR_REFERENCE_EXPECTED, cursorOf(spot), params);
}

function walkReferenceOr(walk: Walk, spot: Spot, kind: ReferenceOrKind): void {
  if (!isObject(spot.value) || !Object.hasOwn(spot.value, '$ref')) {
    walkValue(walk, spot, kind.to);
    return;
  }
  if (kind.merges) {
    if (referenceOf(spot.value) !== undefined) walk.pending.push({ spot, kind: kind.to });
    walkValue(walk, spot, kind.to);
    return;
  }
  if (kind.since !== undefined && walk.version.number < versionNumber(kind.since)) {
    unexpectedReference(walk, spot, kind.to);
    return;
  }
  followLater(walk, spot, kind.to);
}

/** Checks a reference itself, and leaves what it leads to for later. */
function followLater(walk: Walk, spot: Spot, kind: Kind): void {
  const value = spot.value as Json;
  if (typeof value.$ref !== 'string') {
    wrongType(walk, child(spot, 'field', '$ref', value.$ref), { is: 'string' });
    return;
  }
  const ignored = Object.keys(value).filter(key => key !== '$ref' && !isExtension(key));
  if (ignored.length > 0) {
    const params = { fields: namesOf(ignored), verb: ignored.length === 1 ? 'is' : 'are' };
    const at = cursorOf(spot);
    walk.report(findings.GRAMMAR_REFERENCE_SIBLINGS, at, params, removing(at, ignored));
  }
  walk.pending.push({ spot, kind });
}

/** A reference where the specification has none is followed all the same, as most tools do. */
function unexpectedReference(walk: Walk, spot: Spot, kind: Kind): void {
  walk.report(findings.GRAMMAR_REFERENCE_NOT_ALLOWED, memberOf(spot, '$ref'), { subject: subjectOf(spot) });
  walk.pending.push({ spot, kind });
}

function tooDeep(walk: Walk, spot: Spot): void {
  if (walk.tooDeep) return;
  walk.tooDeep = true;
  walk.report(findings.GRAMMAR_TOO_DEEP, cursorOf(spot), { limit: MAX_DEPTH });
}
