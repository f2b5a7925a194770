/** Where a schema holds other schemas: everything else inside it is data and is never taken for a reference. */
export const ONE = new Set([
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'additionalProperties',
  'additionalItems',
  'unevaluatedProperties',
  'unevaluatedItems',
  'contentSchema',
]);

export const LIST = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);

export const MAP = new Set(['properties', 'patternProperties', 'definitions', '$defs', 'dependentSchemas']);

/** A schema, or a list of them. */
export const ONE_OR_LIST = new Set(['items']);

/** Each member is a schema or a list of names. */
export const MAP_OR_NAMES = new Set(['dependencies']);
