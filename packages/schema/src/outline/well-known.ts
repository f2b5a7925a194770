import type { Shape, ShapeKind } from '../shape.ts';
import { done, draft } from './draft.ts';

const ANY = done(draft('any', 'any'));

/** The wrapped scalars, which may be null in JSON. */
const WRAPPERS: Readonly<Record<string, readonly [ShapeKind, string]>> = {
  DoubleValue: ['number', 'double'],
  FloatValue: ['number', 'float'],
  Int64Value: ['integer', 'int64'],
  UInt64Value: ['integer', 'uint64'],
  Int32Value: ['integer', 'int32'],
  UInt32Value: ['integer', 'uint32'],
  BoolValue: ['boolean', 'bool'],
  StringValue: ['string', 'string'],
  BytesValue: ['bytes', 'bytes'],
};

/** The types that come with the Protobuf language, by their JSON form: https://protobuf.dev/programming-guides/json/ */
const SHAPES: Readonly<Record<string, Shape>> = {
  Timestamp: done({ ...draft('string', 'Timestamp'), format: 'date-time' }),
  Duration: done({
    ...draft('string', 'Duration'),
    constraints: [{ name: 'pattern', value: '^-?[0-9]{1,12}(\\.[0-9]{1,9})?s$' }],
    examples: ['90s'],
  }),
  FieldMask: done({ ...draft('string', 'FieldMask'), examples: ['status,amount.currency'] }),
  Empty: done(draft('object', 'Empty')),
  Struct: done(draft('object', 'Struct')),
  Value: ANY,
  ListValue: done({ ...draft('list', 'ListValue'), items: ANY }),
  NullValue: done(draft('null', 'NullValue')),
  Any: done({
    ...draft('object', 'Any'),
    properties: [
      {
        name: '@type',
        required: true,
        shape: done({ ...draft('string', 'string'), examples: ['type.googleapis.com/google.protobuf.Empty'] }),
      },
    ],
  }),
};

/** The shape of `google.protobuf.Timestamp` and its like; undefined for every other name. */
export function wellKnown(type: string): Shape | undefined {
  const name = /^\.?google\.protobuf\.(\w+)$/.exec(type)?.[1];
  if (name === undefined) return undefined;
  const wrapped = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
  if (wrapped) return done({ ...draft(...wrapped), nullable: true });
  return Object.hasOwn(SHAPES, name) ? SHAPES[name] : undefined;
}
