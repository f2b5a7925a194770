import { isObject } from '../resolve/cursor.ts';
import { FORMATS } from './formats.ts';
import type { Grammar, Kind, NumberKind, StringKind } from './kinds.ts';
import type { Spot } from './spot.ts';

/** How the parts of a message are put into words. */

/** What a kind wants, after "must be": `an integer of at least 1`. */
export function expected(kind: Kind, grammar: Grammar): string {
  switch (kind.is) {
    case 'string':
      return expectedText(kind);
    case 'number':
      return expectedNumber(kind);
    case 'boolean':
      return '`true` or `false`';
    case 'null':
      return 'null';
    case 'list':
      return kind.minItems ? `a list of at least ${kind.minItems}` : 'a list';
    case 'either':
      return orOf([...new Set(alternatives(kind, grammar))]);
    case 'reference':
      return 'a reference (`$ref`)';
    case 'referenceOr':
      return expected(kind.to, grammar);
    case 'named':
      return grammar[kind.name] ? expected(grammar[kind.name] as Kind, grammar) : 'a value';
    default:
      return 'an object';
  }
}

/** Everything that would do, each in words of its own. */
function alternatives(kind: Kind, grammar: Grammar): string[] {
  if (kind.is === 'boolean') return ['`true`', '`false`'];
  if (kind.is === 'referenceOr') return alternatives(kind.to, grammar);
  if (kind.is === 'named') return alternatives(grammar[kind.name] as Kind, grammar);
  return kind.is === 'either' ? kind.of.flatMap(one => alternatives(one, grammar)) : [expected(kind, grammar)];
}

function expectedText({ enum: values, format, maxLength }: StringKind): string {
  if (values) return oneOf(values.map(value => `\`${value}\``));
  if (format) return FORMATS[format].says;
  return maxLength === undefined ? 'a string' : `a string of at most ${maxLength} characters`;
}

function expectedNumber({ integer, min, max, above, enum: values }: NumberKind): string {
  if (values) return oneOf(values.map(String));
  const what = integer ? 'an integer' : 'a number';
  if (above !== undefined) return `${what} greater than ${above}`;
  if (min !== undefined && max !== undefined) return `${what} from ${min} to ${max}`;
  return min === undefined ? what : `${what} of at least ${min}`;
}

function oneOf(values: readonly string[]): string {
  return values.length === 1
    ? (values[0] as string)
    : values.length === 2
      ? orOf(values)
      : `one of ${values.join(', ')}`;
}

function orOf(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} or ${last}`;
}

/** What stands there, after "but is": `"six"`, `an object`. */
export function found(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (isObject(value)) return typeof value.$ref === 'string' ? 'a reference' : 'an object';
  if (typeof value === 'number') return `the number ${value}`;
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** An object by its kind and its name, where it has one: ``Operation `sendOrder` ``, `Tag 2`, `The document`. */
export function titleOf(spot: Spot, name = spot.as?.name ?? 'The object'): string {
  if (spot.role === 'item') return `${name} ${Number(spot.key) + 1}`;
  const said = name.endsWith('binding') || name.toLowerCase().includes(String(spot.key).toLowerCase());
  const telling = spot.role === 'field' ? !said : spot.key !== '';
  return telling ? `${name} \`${spot.key}\`` : name;
}

/** A value by its name and its owner: ``\`partitions\` of Kafka channel binding``, ``Item 3 of `required` ``. */
export function subjectOf(spot: Spot): string {
  const { key, role, parent } = spot;
  if (role === 'item') return `Item ${Number(key) + 1}${parent?.key === '' ? '' : ` of \`${parent?.key}\``}`;
  if (role === 'entry') return `\`${key}\`${parent && parent.key !== '' ? ` in \`${parent.key}\`` : ''}`;
  if (role === 'root') return key === '' ? 'The document' : `\`${key}\``;
  const owner = parent?.as && parent.parent ? ` of ${titleOf(parent)}` : '';
  return `\`${key}\`${owner}`;
}

/** Names as people list them: `` `a`, `b` and `c` ``. */
export function namesOf(names: readonly string[], word = 'and'): string {
  const quoted = names.map(name => `\`${name}\``);
  return quoted.length < 2 ? (quoted[0] ?? '') : `${quoted.slice(0, -1).join(', ')} ${word} ${quoted.at(-1)}`;
}

/** `a Message`, `an Operation`, `an HTTP message binding`, `the document`. */
export function aKind(name: string): string {
  if (name.startsWith('The ')) return name.toLowerCase();
  return `${/^([AEIO]|HTTP|MQTT|SNS|SQS|X509)/.test(name) ? 'an' : 'a'} ${name}`;
}
