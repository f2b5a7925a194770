import { type Cursor, isObject, member, members, type Resolver, referenceOf } from '../resolve/cursor.ts';
import type { Report } from '../resolve/resolver.ts';
import { CHANNEL_REFERENCE_OVERLAP } from './findings.ts';

/** Channel items of 2.x may have members beside `$ref`; what stands on both sides is left undefined by the specification. */
export function checkChannelOverlap(root: Cursor, resolver: Resolver, report: Report): void {
  for (const [channel, at] of members(member(root, 'channels'))) {
    if (referenceOf(at.value) === undefined) continue;
    const target = resolver.follow(at)?.value;
    if (!isObject(target)) continue;
    for (const [name, own] of members(at)) {
      if (name !== '$ref' && Object.hasOwn(target, name)) report(CHANNEL_REFERENCE_OVERLAP, own, { channel, name });
    }
  }
}
