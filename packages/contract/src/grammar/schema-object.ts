import {
  anything,
  either,
  flag,
  integerFrom,
  type Kind,
  listOf,
  mapOf,
  may,
  must,
  named,
  nothing,
  type ObjectKind,
  object,
  oneOf,
  referenceOr,
  text,
} from './kinds.ts';

const schema = named('Schema');
const number: Kind = { is: 'number' };
const typeName = oneOf('array', 'boolean', 'integer', 'null', 'number', 'object', 'string');
const count = integerFrom(0);
const schemas = listOf(schema, 1);

/**
 * The Schema Object: the keywords of JSON Schema draft-07 and the three that AsyncAPI adds. Unknown keywords are welcome,
 * as JSON Schema wants it.
 *
 * @param externalDocs how this major version writes external documentation
 */
export function schemaObject(externalDocs: Kind): ObjectKind {
  return object(
    'Schema',
    {
      $id: may(text),
      $schema: may(text),
      $comment: may(text),
      title: may(text, 'A short title for people.'),
      description: may(text, 'What the value means, in CommonMark.'),
      type: may(either(typeName, listOf(typeName, 1)), 'The JSON type of the value, or several of them.'),
      enum: may(listOf(anything), 'The only values that are allowed.'),
      const: may(anything, 'The only value that is allowed.'),
      default: may(anything, 'What is assumed when the value is absent.'),
      examples: may(listOf(anything), 'Values that fit.'),
      format: may(text, 'A narrower form of the type: `date-time`, `int64`, `email` …'),
      multipleOf: may({ is: 'number', above: 0 }, 'The number must be a multiple of this one.'),
      maximum: may(number, 'The greatest number that fits.'),
      exclusiveMaximum: may(number, 'The number must be smaller than this one.'),
      minimum: may(number, 'The smallest number that fits.'),
      exclusiveMinimum: may(number, 'The number must be greater than this one.'),
      maxLength: may(count, 'The greatest length of the text, in characters.'),
      minLength: may(count, 'The smallest length of the text, in characters.'),
      pattern: may(text, 'A regular expression (ECMA 262) that the text must match.'),
      contentEncoding: may(text, 'How binary content is written as text: `base64`.'),
      contentMediaType: may(text, 'The media type of the content of the text.'),
      maxItems: may(count, 'The greatest number of items.'),
      minItems: may(count, 'The smallest number of items.'),
      uniqueItems: may(flag, 'Whether no two items may be equal.'),
      items: may(either(schema, listOf(schema, 1)), 'What the items of the list look like.'),
      additionalItems: may(schema, 'What items look like that `items` says nothing about.'),
      contains: may(schema, 'What at least one item looks like.'),
      maxProperties: may(count, 'The greatest number of members.'),
      minProperties: may(count, 'The smallest number of members.'),
      required: may(listOf(text), 'The names of the members that must be there.'),
      properties: may(mapOf(schema), 'What the members look like, by name.'),
      patternProperties: may(mapOf(schema), 'What members look like whose name matches a regular expression.'),
      additionalProperties: may(schema, 'What all other members look like; `false` allows none.'),
      propertyNames: may(schema, 'What the names of the members look like.'),
      dependencies: may(mapOf(either(schema, listOf(text))), 'What must hold when a member is there.'),
      definitions: may(mapOf(schema), 'Schemas to refer to.'),
      allOf: may(schemas, 'The value must fit all of these.'),
      anyOf: may(schemas, 'The value must fit at least one of these.'),
      oneOf: may(schemas, 'The value must fit exactly one of these.'),
      not: may(schema, 'The value must not fit this.'),
      if: may(schema, 'When the value fits this, `then` applies, else `else`.'),
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema; the table is never awaited.
      then: may(schema),
      else: may(schema),
      readOnly: may(flag, 'Whether only the owner of the data may set the value.'),
      writeOnly: may(flag, 'Whether the value is never sent back.'),
      discriminator: may(text, 'The member whose text tells which schema applies.'),
      externalDocs: may(externalDocs, 'Where more is said about the value.'),
      deprecated: may(flag, 'Whether the value should no longer be used.'),
    },
    { says: 'What a value looks like.', others: 'welcome' },
  );
}

/** A place where a schema stands: a Schema Object, a reference to one, `true` or `false`. */
export function schemaKind(externalDocs: Kind): Kind {
  return referenceOr(either(schemaObject(externalDocs), flag));
}

/** A place where only the schema of an object makes sense, as for headers. */
export function objectSchemaKind(externalDocs: Kind): Kind {
  const { fields, ...rest } = schemaObject(externalDocs);
  const type = may(oneOf('object'), 'Only objects make sense here.');
  return referenceOr(either({ ...rest, name: 'Object Schema', fields: { ...fields, type } }, flag));
}

/** A place where bindings want the schema of an object with its members listed, as for the parameters of a query. */
export function propertiesSchemaKind(externalDocs: Kind): Kind {
  const { fields, ...rest } = schemaObject(externalDocs);
  const type = must(oneOf('object'), 'Only objects make sense here.');
  const properties = must(mapOf(schema), 'What the members look like, by name.');
  const wanted = { ...fields, type, properties };
  return referenceOr({ ...rest, name: 'Object Schema', fields: wanted, required: ['type', 'properties'] });
}

/** An Avro schema is an object, a list (a union) or the name of a type; its inside is read by the schema package. */
export const avroSchema: Kind = referenceOr(
  either(object('Avro schema', {}, { others: 'welcome' }), listOf(anything), { is: 'string', format: 'avroName' }),
);

/** Languages that are not JSON stand in the document as text. */
export const textSchema: Kind = referenceOr(text);

/** A number, or a schema that describes it: some bindings allow both. */
export function orSchema(kind: Kind): Kind {
  return either(kind, schema);
}

/** A value that may be null where JSON has it. */
export function orNull(kind: Kind): Kind {
  return either(kind, nothing);
}
