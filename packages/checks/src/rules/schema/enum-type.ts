import { pointerOf } from '@portolan/base';
import { isMap, shown } from '../../facts/json.ts';
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
        payload:
          type: object
          properties:
            priority:
              type: integer
              enum: [1, 2, 3]
`;

export default rule({
  code: 'SCHEMA_ENUM_TYPE',
  severity: 'warning',
  says: 'The allowed value {value} is not of the type `{type}` that stands beside it.',
  why: 'A value has to satisfy both, so this one can never be sent. Most often quotes are missing or too many.',
  help: 'Write the value in the type, or correct the type. In YAML `1` is a number and `"1"` is text; `yes` and `null` need quotes to be text everywhere.',
  source: 'JSON Schema draft-07 validation, section 6.1',
  bad: good.replace('[1, 2, 3]', "[1, 2, '3']"),
  good,
  keywords: ['enum'],
  subschema({ keywords, origin }, { report }) {
    const { type, enum: values, nullable } = keywords;
    const types = Array.isArray(type) ? type : [type];
    if (!Array.isArray(values) || !types.every(name => typeof name === 'string')) return;
    for (const [index, value] of values.entries()) {
      if ((value === null && nullable === true) || types.some(name => isOfType(value, name))) continue;
      report(
        { source: origin.source, pointer: pointerOf(origin.pointer, 'enum', index) },
        { value: shown(value), type: types.join(' or ') },
      );
    }
  },
});

/** True for a type that is no word of JSON Schema too: that is another finding. */
function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isMap(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
    case 'string':
    case 'boolean':
      return typeof value === type;
    default:
      return true;
  }
}
