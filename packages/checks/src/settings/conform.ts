import { type Finding, findingOf, isObject, type JsonObject, nearest, pointerOf } from '@portolan/base';
import { listed, shown } from '../facts/json.ts';
import { SETTINGS_MEMBER_MISSING, SETTINGS_MEMBER_UNKNOWN, SETTINGS_VALUE_WRONG } from './findings.ts';

/** What is wrong with a value, and where: findings by place, and the pointers of what cannot be used. */
export interface Flaws {
  readonly findings: readonly Finding[];
  /** Whether there is nothing wrong at a place and below it. */
  readonly usable: (pointer: string) => boolean;
}

/**
 * Compares a value with a JSON Schema, in sentences for the person who wrote it. It understands the keywords that the
 * schemas of settings and options use: type, const, enum, pattern, format regex and date, minLength, minimum, maximum,
 * minItems, minProperties, items, properties, required, additionalProperties, and anyOf of different types.
 */
export function conform(source: string, value: unknown, schema: JsonObject, pointer = ''): Flaws {
  const findings: Finding[] = [];
  check(value, schema, pointer, findings, source);
  const bad = findings.map(finding => finding.origin.pointer);
  return {
    findings,
    usable: at => !bad.some(other => other === at || other.startsWith(`${at}/`)),
  };
}

function check(value: unknown, schema: JsonObject, pointer: string, findings: Finding[], source: string): void {
  const { anyOf, items, properties, required, additionalProperties } = schema;
  if (Array.isArray(anyOf)) {
    const fitting = (anyOf as JsonObject[]).find(choice => typeFits(value, choice.type));
    if (fitting) check(value, fitting, pointer, findings, source);
    else wrong(anyOf.map(choice => typeInWords((choice as JsonObject).type)).join(' or '));
    return;
  }
  const expected = expectationOf(value, schema);
  if (expected !== undefined) {
    wrong(expected);
    return;
  }
  if (Array.isArray(value) && isObject(items)) {
    for (const [index, item] of value.entries()) check(item, items, pointerOf(pointer, index), findings, source);
  }
  if (!isObject(value)) return;
  const known = isObject(properties) ? properties : {};
  for (const member of Array.isArray(required) ? (required as string[]) : []) {
    if (value[member] !== undefined) continue;
    const about = (known[member] as JsonObject | undefined)?.description ?? '';
    report(SETTINGS_MEMBER_MISSING, pointer, {
      subject: subjectOf(pointer),
      member,
      about: inMidSentence(String(about)),
    });
  }
  for (const [member, inner] of Object.entries(value)) {
    const at = pointerOf(pointer, member);
    if (Object.hasOwn(known, member)) check(inner, known[member] as JsonObject, at, findings, source);
    else if (isObject(additionalProperties)) check(inner, additionalProperties, at, findings, source);
    else if (additionalProperties === false && !member.startsWith('x-')) unknown(member, Object.keys(known), at);
  }

  function wrong(what: string): void {
    const choices = Array.isArray(schema.enum) ? schema.enum.map(String) : [];
    const meant = typeof value === 'string' ? nearest(value, choices) : undefined;
    const hint = meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
    report(SETTINGS_VALUE_WRONG, pointer, { subject: subjectOf(pointer), expected: what, found: shown(value), hint });
  }

  function unknown(member: string, members: readonly string[], at: string): void {
    const meant = nearest(member, members);
    const hint = meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
    const params = { subject: subjectOf(pointer), member, members: members.map(it => `\`${it}\``).join(', '), hint };
    findings.push(findingOf(SETTINGS_MEMBER_UNKNOWN, { source, pointer: at, part: 'key' }, params));
  }

  function report(kind: typeof SETTINGS_VALUE_WRONG, at: string, params: Record<string, string>): void {
    findings.push(findingOf(kind, { source, pointer: at }, params));
  }
}

function inMidSentence(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** What should stand there instead; undefined when the value by itself is all right. */
function expectationOf(value: unknown, schema: JsonObject): string | undefined {
  if ('const' in schema) return value === schema.const ? undefined : `\`${JSON.stringify(schema.const)}\``;
  if (Array.isArray(schema.enum)) {
    return schema.enum.includes(value) ? undefined : `one of ${listed(schema.enum.map(String), schema.enum.length)}`;
  }
  if (!typeFits(value, schema.type)) return typeInWords(schema.type);
  if (typeof value === 'string') return textExpectation(value, schema);
  const { minimum, maximum, minItems, minProperties } = schema;
  if (typeof value === 'number' && typeof minimum === 'number' && value < minimum) return `at least ${minimum}`;
  if (typeof value === 'number' && typeof maximum === 'number' && value > maximum) return `at most ${maximum}`;
  if (Array.isArray(value) && typeof minItems === 'number' && value.length < minItems) {
    return `a list of at least ${minItems}`;
  }
  if (isObject(value) && typeof minProperties === 'number' && Object.keys(value).length < minProperties) {
    return 'an object with at least one member';
  }
  return undefined;
}

function textExpectation(value: string, { minLength, pattern, format, examples }: JsonObject): string | undefined {
  if (typeof minLength === 'number' && value.trim().length < minLength) return 'a text that is not empty';
  if (typeof pattern === 'string' && !new RegExp(pattern).test(value)) {
    if (Array.isArray(examples)) return `a text such as ${examples.map(each => `\`${each}\``).join(' or ')}`;
    return 'a code in capitals, such as `TEAM_CHANNEL_NAME`';
  }
  if (format === 'regex' && !isExpression(value)) return 'a regular expression';
  if (format === 'date' && !isDay(value)) return 'a day of the form `2027-01-31`';
  return undefined;
}

function isExpression(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;
}

function typeFits(value: unknown, type: unknown): boolean {
  if (Array.isArray(type)) return type.some(one => typeFits(value, one));
  switch (type) {
    case 'object':
      return isObject(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case undefined:
      return true;
    default:
      return typeof value === type;
  }
}

function typeInWords(type: unknown): string {
  if (Array.isArray(type)) return type.map(typeInWords).join(' or ');
  const words: Readonly<Record<string, string>> = {
    object: 'an object',
    array: 'a list',
    integer: 'a whole number',
    string: 'a text',
    boolean: '`true` or `false`',
  };
  return words[String(type)] ?? `a ${String(type)}`;
}

/** What a person would call the place: `exclude[0].until`. */
function subjectOf(pointer: string): string {
  if (pointer === '') return 'The file';
  const keys = pointer.slice(1).split('/');
  const path = keys.map((key, index) => (/^\d+$/.test(key) ? `[${key}]` : `${index > 0 ? '.' : ''}${key}`)).join('');
  return `\`${path}\``;
}
