import type { Cursor, Resolver } from '../resolve/cursor.ts';
import type { Report } from '../resolve/resolver.ts';
import { checkChannelOverlap } from './channel-overlap.ts';
import { checkServerPasswords } from './server-password.ts';
import { checkUniqueIds } from './unique-ids.ts';
import { checkWrittenPointers } from './written-pointers.ts';

/** What must be judged on the text, because the facts of a Contract no longer show it. */
export function checkDemands(root: Cursor, major: 2 | 3, resolver: Resolver, report: Report): void {
  checkServerPasswords(root, resolver, report);
  if (major === 3) checkWrittenPointers(root, resolver, report);
  else {
    checkUniqueIds(root, resolver, report);
    checkChannelOverlap(root, resolver, report);
  }
}
