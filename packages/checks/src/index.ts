export * from './engine.ts';
export { lint } from './lint.ts';
export { print } from './print/known.ts';
export { rules } from './rules/index.gen.ts';
export { RULE_SETS, rulesOf } from './sets.ts';
