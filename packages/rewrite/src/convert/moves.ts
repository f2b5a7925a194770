import { targetOf } from '@portolan/contract/text';
import { createFiles } from '../tree/files.ts';
import { walk } from '../tree/kinds.ts';
import { referenceOf } from '../tree/nodes.ts';
import { fragment, redirect } from '../tree/references.ts';
import { type Context, type Move, report } from './context.ts';
import { CONVERT_REFERENCE_LOST } from './findings.ts';

/** Lets references follow what they named to its new place, and tells which of them lead nowhere any more. */
export function followMoves(context: Context): void {
  const { tree, location, moves, files } = context;
  const after = createFiles(tree, []);
  walk(tree.doc.contents, 'Document', 3, {
    reference({ node, pointer }) {
      const reference = referenceOf(node) ?? '';
      const target = targetOf(reference, location);
      if (target.location !== location || target.pointer === undefined) return;
      const moved = destination(moves, target.pointer);
      if (moved !== target.pointer) redirect(node, fragment(moved));
      if (after.named(referenceOf(node) ?? '', location) || !files.named(reference, location)) return;
      report(context, CONVERT_REFERENCE_LOST, formerly(moves, pointer), { reference });
    },
  });
}

/** Where a place is now. */
function destination(moves: readonly Move[], pointer: string): string {
  const { from, to } = longest(
    moves.filter(move => (pointer === move.from && !move.inside) || pointer.startsWith(`${move.from}/`)),
    move => move.from,
  ) ?? { from: '', to: '' };
  return to + pointer.slice(from.length);
}

/** Where a place was, for those who hold the text as it was. */
function formerly(moves: readonly Move[], pointer: string): string {
  const { from, to } = longest(
    moves.filter(move => pointer === move.to || pointer.startsWith(`${move.to}/`)),
    move => move.to,
  ) ?? { from: '', to: '' };
  return from + pointer.slice(to.length);
}

function longest(moves: readonly Move[], of: (move: Move) => string): Move | undefined {
  return moves.reduce<Move | undefined>(
    (best, move) => (best && of(best).length >= of(move).length ? best : move),
    undefined,
  );
}
