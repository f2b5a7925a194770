import { isObject } from '@portolan/base';
import { parse, stringify } from 'yaml';

/** Members whose members or items may be references, and members that may be one themselves. */
const HOLD = new Set([
  'channels',
  'servers',
  'parameters',
  'traits',
  'messages',
  'schemas',
  'properties',
  'oneOf',
  'allOf',
]);
const ARE = new Set(['payload', 'headers', 'correlationId', 'bindings', 'message']);

/** A document with parts of it in other files, here and there, as the dice say; the entry is `asyncapi.yaml`. */
export function exploded(text: string, dice: readonly number[]): Record<string, string> {
  const files: Record<string, Record<string, unknown>> = {};
  let step = 0;
  const roll = () => dice[step++ % dice.length] as number;
  const entry = spread(parse(text), '', '', 0);
  const others = Object.entries(files).map(([file, value]) => [`parts/${file}`, stringify(value)]);
  return { 'asyncapi.yaml': stringify(entry), ...Object.fromEntries(others) };

  function spread(value: unknown, parent: string, key: string, depth: number): unknown {
    // What stands in examples is data, even where it looks like a reference.
    if (key === 'examples') return value;
    if (Array.isArray(value)) return value.map((item, index) => spread(item, key, String(index), depth + 1));
    if (!isObject(value)) return value;
    const members = Object.entries(value).map(([name, member]) => [name, spread(member, key, name, depth + 1)]);
    const made = Object.fromEntries(members);
    const may = depth >= 2 && !('$ref' in value) && key !== 'components' && (HOLD.has(parent) || ARE.has(key));
    return may && roll() < 3 ? moved(made, key) : made;
  }

  function moved(value: unknown, key: string): unknown {
    const file = `f${roll() % 4}.yaml`;
    files[file] ??= {};
    let name = roll() < 5 ? key.replace(/[^a-z0-9]/gi, '_') : 'k';
    while (name in files[file]) name += 'x';
    files[file][name] = fromBelow(value);
    return { $ref: `parts/${file}#/${name}` };
  }
}

/** References of the entry, for a file in the folder below. */
function fromBelow(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromBelow);
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([key, member]) => {
    if (key !== '$ref' || typeof member !== 'string') return [key, fromBelow(member)];
    return [key, member.startsWith('#') ? `../asyncapi.yaml${member}` : member.replace(/^parts\//, './')];
  });
  return Object.fromEntries(members);
}
