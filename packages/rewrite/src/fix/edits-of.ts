import type { Fix, FixStep } from '@portolan/base';
import type { SourceFile } from '@portolan/contract';
import type { Edit } from '../edit/edit.ts';
import { insertItem, insertMember } from '../edit/insert.ts';
import { removeMember } from '../edit/remove.ts';
import { renameKey, replaceValue } from '../edit/replace.ts';
import { faults } from '../faults.ts';

/**
 * The edits that make a fix of texts as they are. Steps are made at once, each where its origin stands now.
 *
 * Faults: REWRITE_EDIT_NO_MEMBER, also for a step in a file that is not at hand, REWRITE_EDIT_KEY_TAKEN,
 * REWRITE_EDIT_ANCHOR_IN_USE, REWRITE_UNREADABLE.
 */
export function editsOf(fix: Fix, files: readonly SourceFile[]): Edit[] {
  return fix.steps.flatMap(step => {
    const file = files.find(({ location }) => location === step.origin.source);
    const { source, pointer } = step.origin;
    if (!file) throw faults.EDIT_NO_MEMBER({ location: source, pointer, reason: 'the file is not at hand' });
    return editsOfStep(step, file);
  });
}

function editsOfStep(step: FixStep, file: SourceFile): Edit[] {
  switch (step.do) {
    case 'replace':
      return replaceValue(file, step.origin, step.value);
    case 'rename':
      return renameKey(file, step.origin, step.key);
    case 'remove':
      return removeMember(file, step.origin);
    case 'insert':
      return insertMember(file, step.origin, step.key, step.value);
    case 'append':
      return insertItem(file, step.origin, step.value);
  }
}
