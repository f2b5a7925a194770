export { type FieldShape, fields, fieldsWithShapes } from './fields.ts';
export type { Flaw } from './flaw.ts';
export { flawsOf } from './flaws.ts';
export { type OutlineOptions, outline } from './outline/outline.ts';
export { prepare, type Use } from './prepare.ts';
export { sample } from './sample/sample.ts';
export type { Constraint, Lookup, Property, SchemaSource, Shape, ShapeKind } from './shape.ts';
export { validate } from './validate/validate.ts';
export type { Problem, Verdict } from './validate/verdict.ts';
