import { member, members } from '../resolve/cursor.ts';
import type { Context } from './parts.ts';

/**
 * The messages and schemas of a document without channels. Such a document is a library: what it holds is there for
 * others, so its components are its facts, used or not.
 */
export function collectLibrary({ root, messages, schemas }: Context): void {
  const components = member(root, 'components');
  for (const [name, at] of members(member(components, 'messages'))) messages.collect(at, name);
  for (const [name, at] of members(member(components, 'schemas'))) schemas.collect(at, name);
}
