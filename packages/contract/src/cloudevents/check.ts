import { checkTables } from '../grammar/check.ts';
import { named } from '../grammar/kinds.ts';
import type { Report } from '../grammar/walk.ts';
import { text } from '../normalise/common.ts';
import { type Cursor, isObject, member, members, originOf, type Resolver } from '../resolve/cursor.ts';
import { REQUIRED } from './attributes.ts';
import { XREGISTRY_ATTRIBUTE_NAME, XREGISTRY_ATTRIBUTE_OPTIONAL } from './findings.ts';
import { xregistry } from './grammar.ts';
import { firstOf } from './lookup.ts';

/** Checks what is read of a registry against its tables, and the attributes of its events against CloudEvents. */
export function checkRegistry(
  root: Cursor,
  holders: readonly (readonly [string, Cursor])[],
  resolver: Resolver,
  report: Report,
): void {
  const version = text(member(root, 'specversion').value);
  const label = version === undefined ? 'xRegistry' : `xRegistry ${version}`;
  checkTables([{ at: root, kind: named('Document') }], xregistry, { version: '1.0', label }, resolver, report);
  for (const [, holder] of holders) {
    for (const [, message] of members(firstOf(holder, 'messages', 'definitions'))) checkAttributes(message, report);
  }
}

function checkAttributes(message: Cursor, report: Report): void {
  const metadata = firstOf(message, 'envelopemetadata', 'metadata');
  const wrapped = member(metadata, 'attributes');
  const inside = isObject(wrapped.value) && !('value' in wrapped.value) ? wrapped : metadata;
  for (const [name, at] of members(inside)) {
    const like = name.toLowerCase().replace(/[^a-z0-9]/g, '') || 'shopid';
    if (!/^[a-z0-9]+$/.test(name))
      report(XREGISTRY_ATTRIBUTE_NAME, { ...originOf(at), value: at.value, part: 'key' }, { name, like });
    const optional = isObject(at.value) && at.value.required === false;
    if (optional && (REQUIRED as readonly string[]).includes(name)) {
      report(XREGISTRY_ATTRIBUTE_OPTIONAL, member(at, 'required'), { name });
    }
  }
}
