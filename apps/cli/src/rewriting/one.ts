import type { GivenDocument } from '../documents/given.ts';
import { faults } from '../faults.ts';

/** The only document that a path stands for. Faults: CLI_USAGE when there are several, as in a folder. */
export function one(documents: readonly GivenDocument[], path: string, command: string): GivenDocument {
  const [document, ...others] = documents;
  if (document && others.length === 0) return document;
  const names = documents.map(({ location }) => location).join(', ');
  throw faults.USAGE({ problem: `${path} stands for several documents (${names}), and this takes one.`, command });
}
