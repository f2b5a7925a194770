import type { Contract, Tag } from '@portolan/contract';
import type { Placed } from '../context.ts';

/** A node with its list of tags. */
export type Tagged = Placed & { readonly tags: readonly Tag[] };

/** The tags of the application: at the root of a 2.x document, inside `info` from 3.0 on. */
export function ownTags({ asyncapi, info, origin }: Contract): Tagged {
  return asyncapi?.startsWith('3.') ? info : { tags: info.tags, origin };
}
