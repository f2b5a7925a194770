export { type AvroError, avroErrorOf } from './avro/error-types.ts';
export { type Compare, compare } from './compare.ts';
export {
  type Check,
  type Compatibility,
  type CompatibilityOptions,
  compatibility,
  type Mode,
} from './compatibility.ts';
export type * from './model.ts';
