export { clean, cleanLine } from './clean.ts';
export { counted } from './counted.ts';
export { canonical, type Digest, digestOf, digestOfText, type Omit } from './digest.ts';
export { type Catalogue, catalogue, Fault, type FaultKind } from './fault.ts';
export {
  atLeast,
  compareFindings,
  compareText,
  type Example,
  type Finding,
  type FindingKind,
  fill,
  findingOf,
  type Params,
  type Related,
  SEVERITIES,
  type Severity,
} from './finding.ts';
export type { Fix, FixStep } from './fix.ts';
export { deepFreeze } from './freeze.ts';
export { isObject, type JsonObject } from './json.ts';
export { lazily } from './lazily.ts';
export { type Near, near, nearest } from './nearest.ts';
export { keysOf, lastKeyOf, type Origin, type Position, pointerOf, type Range } from './origin.ts';
export { slug } from './slug.ts';
