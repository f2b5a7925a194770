import { aimAt, definitionsIn, type Kinds, meantExactly, type Target } from '@portolan/chart';
import { faults } from '../faults.ts';
import type { Known } from './known.ts';

/** A message, channel or schema that a question is about, and the field of it, as the documents write its path. */
export interface Aim {
  readonly target: Target;
  readonly field?: string;
}

/**
 * What a question means by `OrderPlaced.total`, or by a name and a path of their own.
 *
 * Faults: SERVER_NOT_FOUND, and SERVER_PARAMETER_INVALID where several things have the name.
 */
export function aimed({ snapshot, charted }: Known, of: string, field?: string): Aim {
  const found = aimAt(snapshot.chart, definitionsIn(snapshot.chart, charted), of, field);
  if (found.aimed === 'at' && found.takenFor === undefined) {
    return { target: found.target, ...(found.field !== undefined && { field: found.field }) };
  }
  if (found.aimed === 'no-field') {
    throw faults.NOT_FOUND({ kind: 'field', id: `${found.field} in ${found.target.name}` });
  }
  if (found.aimed === 'several') {
    const names = found.candidates.map(({ kind, id }) => `${kind}:${id}`).join(', ');
    throw faults.PARAMETER_INVALID({ name: 'of', reason: `fits several things: ${names}` });
  }
  throw faults.NOT_FOUND({ kind: 'message, channel or schema', id: of });
}

/** The service of an id or a name. Faults: as of `aimed`, for the parameter of this name. */
export function serviceMeant({ snapshot }: Known, typed: string, name: string): Kinds['service'] {
  const found = meantExactly(snapshot.chart, ['service'], typed);
  if (!found || found.meant === 'none') throw faults.NOT_FOUND({ kind: 'service', id: typed });
  if (found.meant === 'one') return found.subject.node as Kinds['service'];
  const names = found.candidates.map(({ node }) => `service:${node.id}`).join(', ');
  throw faults.PARAMETER_INVALID({ name, reason: `fits several services: ${names}` });
}
