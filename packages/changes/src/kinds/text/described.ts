import type { Origin } from '@portolan/base';
import type { Contract, Extensions, ExternalDocs, Tag } from '@portolan/contract';
import type { Context } from '../../context.ts';
import type { Visitors } from '../../kind.ts';
import type { Pair, Sides, Subject } from '../../model.ts';

/** What most things of a document carry for people. */
interface Described {
  readonly title?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags: readonly Tag[];
  readonly externalDocs?: ExternalDocs;
  readonly extensions: Extensions;
  readonly origin: Origin;
}

/** Members that are text for people. */
export const TEXTS = ['title', 'summary', 'description', 'tags', 'externalDocs'] as const;

type Look = (subject: Subject, pair: Pair<Described>, context: Context) => void;

/** Visits everything that people describe: the document, servers, channels, operations and messages. */
export function everyDescribed(look: Look): Visitors {
  const named = (kind: Subject['kind']) => (sides: Sides<Described & { readonly id: string }>, context: Context) => {
    const { before, after } = sides;
    if (before && after) look({ kind, name: after.id }, { before, after }, context);
  };
  return {
    info: (pair, context) => look(documentOf(context.after.contract), pair, context),
    document: ({ before, after }, context) => {
      // Extensions of the whole document; its words are those of its info.
      const part = ({ extensions, origin }: Contract) => ({ tags: [], extensions, origin });
      look(documentOf(after), { before: part(before), after: part(after) }, context);
    },
    server: named('server'),
    channel: named('channel'),
    operation: named('operation'),
    message: named('message'),
  };
}

function documentOf({ info }: Contract): Subject {
  return { kind: 'document', name: info.title };
}
