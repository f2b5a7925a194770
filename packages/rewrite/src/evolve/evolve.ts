import { isObject } from '@portolan/base';
import type { Contract, SourceFile } from '@portolan/contract';
import { isUrl } from '@portolan/contract/text';
import { faults } from '../faults.ts';
import { besideChannel } from './beside-channel.ts';
import { besideMessage } from './beside-message.ts';
import { deprecate } from './deprecate.ts';
import { mappingOf } from './field-change.ts';
import type { Evolved, EvolveOptions } from './model.ts';
import { versionedName } from './names.ts';
import { newMessage } from './new-message.ts';
import { homeOf, openPages } from './pages.ts';

/**
 * Drafts a new version of a message beside the old one, with its payload changed and a mapping back, and says in the old one
 * that it is to go. What is there stays as it is written.
 *
 * Throws REWRITE_EVOLVE_FIELD, REWRITE_EVOLVE_REFERENCE, REWRITE_EVOLVE_TAKEN and REWRITE_EVOLVE_UNABLE.
 *
 * @param files every file of the document, the entry first
 */
export function evolve(files: readonly SourceFile[], contract: Contract, options: EvolveOptions): Evolved {
  const { message: id, to } = options;
  const unable = (reason: string) => faults.EVOLVE_UNABLE({ message: id, reason });
  const message = contract.messages.find(found => found.id === id);
  if (contract.asyncapi === undefined) throw unable('its document is not AsyncAPI');
  if (!message) throw unable('the document has no such message');
  const pages = openPages(files);
  const old = pages.follow(message.origin);
  const shelf = homeOf(old);
  if (!shelf) throw unable('it is a file of its own, and a new file has to be written for it');
  if (!isObject(pages.valueAt(old))) throw unable('it is no object');
  const format = contract.schemas.find(schema => schema.id === message.payload)?.format;
  const mapping = mappingOf(message.name, options.changes);
  const value = newMessage(pages, old, options, mapping, format);
  const written = { pages, contract, message, old, shelf, value, to };
  const name = newName(value, shelf.key, message.name, to);
  // Before anything moves.
  deprecate(pages, old, name, options.sunset);
  const addresses = options.beside === 'channel' ? besideChannel(written, options.sunset) : besideMessage(written);
  const changed = pages.changed();
  const foreign = changed.find(({ location }) => isUrl(location));
  if (foreign) throw unable(`${foreign.location} would have to be changed`);
  return { files: changed, name, addresses, mapping };
}

function newName(value: ReturnType<typeof newMessage>, key: string, name: string, to: string): string {
  if (typeof value.name === 'string') return value.name;
  return versionedName(/^\d+$|^message$/.test(key) ? name : key, to);
}
