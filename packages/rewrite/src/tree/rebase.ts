import { walk } from './kinds.ts';
import { referenceOf } from './nodes.ts';
import { open } from './open.ts';
import { print } from './print.ts';
import { movedReference, redirect } from './references.ts';
import { versionOf } from './version.ts';

/** A document for another place: its references to other files, relative to where it stands, lead where they led before. */
export function rebase(text: string, from: string, to: string): string {
  if (folderOf(from) === folderOf(to)) return text;
  const tree = open(text, from);
  const { contents } = tree.doc;
  let changed = false;
  walk(contents, 'Document', versionOf(contents)?.major ?? 3, {
    reference({ node }) {
      const reference = referenceOf(node) ?? '';
      if (reference.startsWith('#')) return;
      changed = true;
      redirect(node, movedReference(reference, from, to));
    },
  });
  return changed ? print(tree) : text;
}

function folderOf(location: string): string {
  return location.slice(0, location.lastIndexOf('/') + 1);
}
