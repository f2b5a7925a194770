import { type Change, type DocumentSide, documentChanges } from '@portolan/changes';
import { withoutSecrets } from '@portolan/checks';
import type { Contract } from '@portolan/contract';
import { type Catalog, contractOf } from '@portolan/control';
import type { Revision } from '@portolan/stores/port';
import type { ChangeLine } from '../port.ts';
import { keptAnswers } from '../reviews/kept.ts';

/** One edit, and the channels it touches by their ids in either revision. */
export interface Told extends ChangeLine {
  readonly channels: ReadonlySet<string>;
}

/** How many pairs of revisions are kept. One takes a few kilobytes. */
const KEPT = 1_000;

const told = keptAnswers<readonly Told[]>(KEPT);

/**
 * What changed between two revisions of a document, in sentences, secrets masked. Revisions never change, so each pair is
 * compared once.
 */
export function toldOf(catalog: Catalog, before: Revision, after: Revision): Promise<readonly Told[]> {
  return told(`${before.digest} ${after.digest}`, () => compare(catalog, before, after));
}

async function compare(catalog: Catalog, before: Revision, after: Revision): Promise<readonly Told[]> {
  const [old, next] = await Promise.all([contractOf(catalog, before), contractOf(catalog, after)]);
  const changes = documentChanges(sideOf(before, old), sideOf(after, next));
  return changes.map(change => ({
    code: change.code,
    verdict: change.verdict,
    says: withoutSecrets(change.says),
    channels: channelsOf(change, [old, next]),
  }));
}

function sideOf({ path }: Revision, contract: Contract | undefined): DocumentSide {
  return { name: path, ...(contract && { contract }) };
}

/** Channels that a change is about: itself, those of its operations, those that carry its messages. */
function channelsOf(
  { subject, operations, messages }: Change,
  sides: readonly (Contract | undefined)[],
): ReadonlySet<string> {
  const found = new Set(operations.map(({ channel }) => channel));
  if (subject.kind === 'channel') found.add(subject.name);
  for (const { id, messages: carried } of sides.flatMap(side => side?.channels ?? [])) {
    if (carried.some(message => messages.includes(message))) found.add(id);
  }
  return found;
}
