import { type Finding, findingOf, isObject, type JsonObject, keysOf, nearest, pointerOf } from '@portolan/base';
import { EVIDENCE_MEMBER_UNKNOWN, EVIDENCE_VALUE_WRONG } from '../findings.ts';

/**
 * What is wrong with a value by the schema of `evidence.yaml`, in the order of the text. Of JSON Schema it understands
 * what that schema uses: type, const, pattern, minLength, items, properties, required, additionalProperties.
 */
export function conform(source: string, value: unknown, schema: JsonObject, pointer = ''): Finding[] {
  const subject = pointer === '' ? 'The file' : `\`${keysOf(pointer).join('/')}\``;
  const expected = expectation(value, schema);
  if (expected !== undefined) {
    return [findingOf(EVIDENCE_VALUE_WRONG, { source, pointer }, { subject, expected })];
  }
  if (Array.isArray(value) && isObject(schema.items)) {
    const { items } = schema;
    return value.flatMap((item, index) => conform(source, item, items as JsonObject, pointerOf(pointer, index)));
  }
  if (!isObject(value)) return [];
  const known = isObject(schema.properties) ? schema.properties : {};
  const required = (Array.isArray(schema.required) ? schema.required : []) as readonly string[];
  const missing = required.filter(member => value[member] === undefined);
  const found = missing.map(member =>
    findingOf(EVIDENCE_VALUE_WRONG, { source, pointer }, { subject, expected: `an object with \`${member}\`` }),
  );
  for (const [member, inner] of Object.entries(value)) {
    const at = pointerOf(pointer, member);
    const own = Object.hasOwn(known, member) ? known[member] : schema.additionalProperties;
    if (isObject(own)) found.push(...conform(source, inner, own, at));
    else if (own === false && !member.startsWith('x-')) {
      const members = Object.keys(known);
      const meant = nearest(member, members);
      const hint = meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
      const params = { subject, member, hint, members: members.map(name => `\`${name}\``).join(', ') };
      found.push(findingOf(EVIDENCE_MEMBER_UNKNOWN, { source, pointer: at, part: 'key' }, params));
    }
  }
  return found;
}

function expectation(value: unknown, { const: only, type, minLength, pattern }: JsonObject): string | undefined {
  if (only !== undefined) return value === only ? undefined : `\`${String(only)}\``;
  const types = Array.isArray(type) ? type : [type];
  if (!types.some(each => fits(value, each))) return TYPES[String(types[0])] ?? String(types[0]);
  if (typeof value !== 'string') return undefined;
  if (typeof minLength === 'number' && value.trim().length < minLength) return 'a text that is not empty';
  if (typeof pattern === 'string' && !new RegExp(pattern).test(value)) {
    return 'a URL without user and password, such as `kafka://kafka.example.com:9092`';
  }
  return undefined;
}

function fits(value: unknown, type: unknown): boolean {
  if (type === 'object') return isObject(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'null') return value === null;
  return typeof value === type;
}

const TYPES: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  boolean: '`true` or `false`',
};
