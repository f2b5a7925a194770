import type { Params } from '@portolan/base';
import { nodeAt } from '../../../evaluate/library.ts';
import type { Node, Resource } from '../../../evaluate/model.ts';
import { resolve } from '../../../evaluate/resolve.ts';
import { isObject, type JsonObject } from '../../../json.ts';
import type { ConfluentCodeName } from './codes.ts';

/** A schema in its place. */
export interface Side {
  readonly schema: unknown;
  readonly resource: Resource;
}

/** The old schema and the new one at one place of messages. */
export interface Pair {
  readonly writer: Side;
  readonly reader: Side;
  readonly path: string;
}

export interface Rules {
  readonly isLenient: boolean;
  /** Tells what the rules forbid. */
  readonly tell: (code: ConfluentCodeName, pair: Pair, keys: readonly (string | number)[], params?: Params) => void;
  /** Compares two schemas and tells. */
  readonly compare: (pair: Pair) => void;
  /** True when comparing two schemas would tell nothing. */
  readonly fits: (writer: Side, reader: Side, path: string) => boolean;
}

const LONGEST_CHAIN = 50;

/** The schema that a side is, once its references are followed; those that lead nowhere stay. */
export function followed(side: Side): Side {
  let { schema, resource }: Side = side;
  for (let steps = 0; steps < LONGEST_CHAIN && isObject(schema) && typeof schema.$ref === 'string'; steps++) {
    const target = resolve(schema.$ref, nodeAt(schema, resource).resource);
    if (typeof target === 'string') break;
    const node: Node = target.node;
    if (node.resource.rules.heedsSiblings && Object.keys(schema).some(name => !BESIDE.has(name))) {
      const { $ref, ...rest } = schema;
      return { schema: { allOf: [node.schema, rest] }, resource: node.resource };
    }
    schema = node.schema;
    resource = node.resource;
  }
  return { schema, resource };
}

/** What may stand beside a reference without saying anything about values. */
const BESIDE: ReadonlySet<string> = new Set([
  '$ref',
  '$id',
  'id',
  '$schema',
  '$defs',
  'definitions',
  'title',
  'description',
  'default',
  'examples',
  '$comment',
]);

export function inside({ resource }: Side, schema: unknown): Side {
  return { schema, resource };
}

/** The keywords of a schema; none for `true`. */
export function keywordsOf({ schema }: Side): JsonObject {
  return isObject(schema) ? schema : {};
}

/** True for what allows everything. */
export function isAnything({ schema }: Side): boolean {
  return (
    schema === true ||
    schema === undefined ||
    (isObject(schema) && Object.keys(schema).every(name => SAYS_NOTHING.has(name)))
  );
}

const SAYS_NOTHING: ReadonlySet<string> = new Set([
  ...[...BESIDE].filter(name => name !== '$ref'),
  'deprecated',
  'readOnly',
  'writeOnly',
]);
