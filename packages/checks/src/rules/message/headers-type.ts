import { outline } from '@portolan/schema';
import { at } from '../../context.ts';
import { isMap } from '../../facts/json.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
channels:
  placed:
    address: orders.placed
    messages:
      orderPlaced:
        headers:
          type: object
          properties:
            traceparent:
              type: string
        payload:
          type: object
`;

/** Kinds of shape that are names with values, and those that say too little to be called something else. */
const FINE = ['object', 'map', 'union', 'opaque', 'never'];

export default rule({
  code: 'MESSAGE_HEADERS_TYPE',
  severity: 'error',
  says: 'The headers of message `{message}` must be described by the schema of an object, but {found}.',
  why: 'Headers are names with values. What takes anything else says nothing about them, and generated code has nowhere to put them.',
  help: 'Write `type: object` and list the headers under `properties`.',
  source: 'AsyncAPI 2.6.0 and 3.1.0, Message Object, headers',
  bad: good.replace(/headers:\n {10}type: object[\s\S]*?(?= {8}payload)/, 'headers: {}\n'),
  good,
  message(message, { schema, report }) {
    const source = schema(message.headers);
    if (!source) return;
    // What a Schema Object says of its own type, the grammar has judged.
    const own = source.schemaFormat === undefined && isMap(source.definition) && 'type' in source.definition;
    if (own) return;
    const { kind, constraints, recursive } = outline(source, schema, { depth: 1 });
    if (recursive || FINE.includes(kind)) return;
    // What cannot be read is no reason to say that it is wrong.
    if (kind === 'any' && (constraints.length > 0 || !isOpen(source.definition))) return;
    const found = kind === 'any' ? 'this one takes any value' : `this one is that of a ${kind}`;
    const typed = isMap(source.definition) && kind === 'any';
    const says = 'Say that headers are an object';
    const steps = [{ do: 'insert', origin: source.origin, key: 'type', value: 'object' } as const];
    report(at(message, 'headers'), { message: message.name, found }, undefined, typed ? { says, steps } : undefined);
  },
});

function isOpen(definition: unknown): boolean {
  if (definition === true) return true;
  if (definition === null || typeof definition !== 'object') return false;
  return Object.keys(definition).every(
    key =>
      ['title', 'description', 'examples', 'default', '$schema', '$id', '$comment'].includes(key) ||
      key.startsWith('x-'),
  );
}
