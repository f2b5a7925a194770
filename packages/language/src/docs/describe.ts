import type { Field, Kind, ObjectKind } from '@portolan/contract/text';
import { sectionLink } from './sections.ts';

/** What a field is, as markdown: its line of the grammar, what its value is, since when, and the specification's section. */
export function describeField(name: string, field: Field, owner: ObjectKind, asyncapi: string): string {
  const says = field.says ?? '';
  const facts = [
    field.required ? 'required' : undefined,
    inWords(field.kind),
    field.since === undefined ? undefined : `since ${field.since}`,
    field.until === undefined ? undefined : `until ${field.until}`,
  ].filter(fact => fact !== undefined && fact !== '');
  const link = sectionLink(owner.name, asyncapi);
  const where = `\`${name}\` of ${owner.name === 'The document' ? 'the document' : owner.name}`;
  return [
    `**${where}**${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`,
    ...(says === '' ? [] : [says]),
    ...(link === undefined ? [] : [`[Specification](${link})`]),
  ].join('\n\n');
}

/** What an object is, as markdown. */
export function describeObject({ name, says }: ObjectKind, asyncapi: string): string {
  const link = sectionLink(name, asyncapi);
  return [`**${name}**`, ...(says ? [says] : []), ...(link === undefined ? [] : [`[Specification](${link})`])].join(
    '\n\n',
  );
}

/** A kind in a few words: `text`, `list of Tag`, `reference to a Channel`. */
export function inWords(kind: Kind): string {
  switch (kind.is) {
    case 'string':
      return kind.enum ? kind.enum.map(word => `\`${word}\``).join(' or ') : 'text';
    case 'number':
      return kind.integer ? 'whole number' : 'number';
    case 'boolean':
      return '`true` or `false`';
    case 'list':
      return `list of ${inWords(kind.of)}`;
    case 'map':
      return `${inWords(kind.of)} by name`;
    case 'object':
      return kind.name;
    case 'named':
      return SPACED[kind.name] ?? kind.name.replace(/([a-z])([A-Z])/g, '$1 $2');
    case 'choice':
      return kind.name;
    case 'reference':
      return `reference to ${inWords(kind.to)}`;
    case 'referenceOr':
      return inWords(kind.to);
    case 'fromVersion':
      return inWords(kind.kind);
    case 'either':
      return [...new Set(kind.of.map(inWords))].join(' or ');
    case 'whenHas':
      return [...new Set([inWords(kind.otherwise), inWords(kind.then)])].join(' or ');
    case 'null':
      return '`null`';
    default:
      return 'anything';
  }
}

/** Names of kinds whose words are not simply the name taken apart. */
const SPACED: Readonly<Record<string, string>> = {
  AnySchema: 'Schema',
  HeadersSchema: 'Schema of an object',
  ObjectSchema: 'Schema of an object',
  Payload: 'Schema',
  SchemaInFormat: 'Schema',
  CorrelationId: 'Correlation ID',
};
