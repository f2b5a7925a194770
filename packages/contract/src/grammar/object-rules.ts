import { nearest } from '@portolan/base';
import { onlyNear, renaming } from '../mend.ts';
import type { Json } from '../resolve/cursor.ts';
import * as findings from './findings.ts';
import { FORMATS, isExtension } from './formats.ts';
import type { Field, ObjectKind } from './kinds.ts';
import { namesOf, titleOf } from './phrases.ts';
import { cursorOf, memberOf, type Spot, type Version, versionNumber } from './spot.ts';
import type { Walk } from './walk.ts';

/** The version that the fields of an object are counted by: a binding brings its own. */
export function versionOf(walk: Walk, spot: Spot, kind: ObjectKind): Version {
  const { versions } = kind;
  if (!versions) return spot.version;
  const latest = versions.at(-1) as string;
  const written = (spot.value as Json).bindingVersion;
  const known = typeof written === 'string' && versions.includes(written);
  if (known) return { number: versionNumber(written), label: `binding version ${written}` };
  if (typeof written === 'string' && written !== 'latest') {
    const params = { owner: kind.name, version: written, readAs: latest, versions: namesOf(versions, 'or') };
    walk.report(findings.BINDING_VERSION_UNKNOWN, memberOf(spot, 'bindingVersion'), params);
  }
  return { number: versionNumber(latest), label: `binding version ${latest}`, implied: written === undefined };
}

/** Judges a member that is no field of the object, and returns the hint about what was probably meant. */
export function checkStranger(walk: Walk, spot: Spot, kind: ObjectKind, key: string, version: Version): string {
  const at = { ...memberOf(spot, key), part: 'key' as const };
  if (isExtension(key) && kind.extensible) {
    const { says, like, test } = FORMATS.extension;
    if (!test(key)) walk.report(findings.GRAMMAR_KEY_NOT_ALLOWED, at, { key, expected: says, like });
    return '';
  }
  if (kind.others === 'welcome') return '';
  const absent = absentFields(spot, kind, version);
  const near = nearest(key, absent);
  const instead = kind.instead?.[key];
  const mend =
    instead === undefined && near !== undefined && onlyNear(key, near, absent) ? renaming(at, near) : undefined;
  const hint = instead ?? (near === undefined ? '' : `Did you mean \`${near}\`?`);
  const params = { hint: hint && ` ${hint}` };
  if (kind.others === 'protocols') {
    walk.report(findings.BINDING_UNKNOWN, at, { key, ...params }, mend);
    return hint;
  }
  const owner = titleOf(spot, kind.name);
  walk.report(findings.GRAMMAR_UNKNOWN_FIELD, at, { owner, field: key, edition: version.label, ...params }, mend);
  return hint;
}

function absentFields(spot: Spot, kind: ObjectKind, version: Version): string[] {
  const value = spot.value as Json;
  return Object.keys(kind.fields).filter(
    name => name !== '$ref' && !Object.hasOwn(value, name) && isIn(kind.fields[name] as Field, version),
  );
}

/** True when a field may stand in an object of this version; otherwise it has been reported. */
export function checkVersion(
  walk: Walk,
  spot: Spot,
  kind: ObjectKind,
  key: string,
  field: Field,
  version: Version,
): boolean {
  if (isIn(field, version)) return true;
  const tooEarly = field.since !== undefined && version.number < versionNumber(field.since);
  const when = tooEarly ? `only from ${field.since} on` : `only up to ${field.until}`;
  const at = { ...memberOf(spot, key), part: 'key' as const };
  const params = { owner: titleOf(spot, kind.name), field: key, when };
  if (version.implied) {
    walk.report(findings.BINDING_FIELD_OUTDATED, at, { ...params, latest: kind.versions?.at(-1) ?? '' });
    return true;
  }
  walk.report(findings.GRAMMAR_FIELD_NOT_IN_VERSION, at, { ...params, edition: version.label });
  return false;
}

/**
 * Reports fields that are missing, and fields that exclude each other.
 *
 * @param hints what was said about unknown members: a field that one of them names is misspelt, not missing
 */
export function checkPresence(walk: Walk, spot: Spot, kind: ObjectKind, version: Version, hints: string): void {
  const value = spot.value as Json;
  for (const name of kind.required) {
    if (Object.hasOwn(value, name) || !isIn(kind.fields[name] as Field, version)) continue;
    if (hints.includes(`\`${name}\``)) continue;
    walk.report(findings.GRAMMAR_REQUIRED_MISSING, cursorOf(spot), {
      owner: titleOf(spot, kind.name),
      field: `\`${name}\``,
    });
  }
  const { needsOneOf, atMostOneOf } = kind;
  if (needsOneOf && !needsOneOf.some(name => Object.hasOwn(value, name))) {
    const field = namesOf(needsOneOf, 'or');
    walk.report(findings.GRAMMAR_REQUIRED_MISSING, cursorOf(spot), { owner: titleOf(spot, kind.name), field });
  }
  const rivals = atMostOneOf ? atMostOneOf.filter(name => Object.hasOwn(value, name)) : NONE;
  if (rivals.length > 1) {
    const params = { owner: titleOf(spot, kind.name), fields: namesOf(rivals) };
    walk.report(findings.GRAMMAR_FIELDS_EXCLUDE, cursorOf(spot), params);
  }
}

const NONE: readonly string[] = [];

function isIn({ since, until }: Field, version: Version): boolean {
  if (since !== undefined && version.number < versionNumber(since)) return false;
  return until === undefined || version.number <= versionNumber(until);
}
