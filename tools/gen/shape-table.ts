/** Tables of the members that a JSON Schema declares, for the generated pages about formats and the API. */

/** The keywords of JSON Schema that Portolan's own schemas use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** Rows for the members of an object and of the objects in them: `documents[].findings[].code`. */
export function shapeTable(schema: Schema): string[] {
  const rows = rowsOf(schema, '');
  return rows.length === 0 ? [] : ['| Member | | Meaning |', '| --- | --- | --- |', ...rows, ''];
}

function rowsOf(schema: Schema, prefix: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const path = prefix + name;
    const optional = schema.required?.includes(name) ? '' : ', optional';
    const row = `| \`${path}\` | ${typeOf(member)}${optional} | ${cell(member.description ?? '')} |`;
    const [inner, suffix] = member.items ? [member.items, '[].'] : [member, '.'];
    return [row, ...rowsOf(inner, `${path}${suffix}`)];
  });
}

/** A schema in a few words, as a link where it is one of the named ones. */
export function typeOf(schema: Schema): string {
  const { $ref, type, items, additionalProperties } = schema;
  if ($ref !== undefined) return linked($ref.split('/').at(-1) as string);
  if ('const' in schema) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum) return schema.enum.map(value => `\`${value}\``).join(' or ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map(typeOf).join(' or ');
  if (schema.allOf) return schema.allOf.map(typeOf).join(' and ');
  if (type === 'array') return items ? `list of ${typeOf(items)}` : 'list';
  if (type === 'object' && typeof additionalProperties === 'object') return `map to ${typeOf(additionalProperties)}`;
  if (typeof type === 'string') return type;
  return type ? type.join(' or ') : 'anything';
}

function linked(name: string): string {
  return `[${name}](#${name.toLowerCase()})`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
