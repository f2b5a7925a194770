/**
 * Run by the benchmark in a process of its own: the diff of AsyncAPI as a library. It wants documents without references, so
 * that these are replaced first; its own program does that with its parser. Usage: diff-peer.ts <before> <after>
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PEER_MODULES } from './peers.ts';

const require = createRequire(join(PEER_MODULES, 'x.js'));
const { diff } = require('@asyncapi/diff');
const [before, after] = process.argv.slice(2).map(file => withoutReferences(parse(readFileSync(file, 'utf8'))));
console.info(JSON.stringify(diff(before, after).getOutput()));

/** A copy of a document in which every local reference is what it refers to. */
function withoutReferences(root: unknown): unknown {
  const known = new Map<string, unknown>();
  return replaced(root);

  function replaced(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(replaced);
    if (value === null || typeof value !== 'object') return value;
    const { $ref } = value as { $ref?: unknown };
    if (typeof $ref === 'string') {
      if (!known.has($ref)) known.set($ref, replaced(at($ref)));
      return known.get($ref);
    }
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, replaced(member)]));
  }

  function at(reference: string): unknown {
    const keys = reference.slice(2).split('/');
    return keys.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], root);
  }
}
