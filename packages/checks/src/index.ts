export * from './engine.ts';
export { atLevel, type Judgement, type JudgeOptions, judge } from './judge.ts';
export { lint } from './lint.ts';
export { knownKinds, print } from './print/known.ts';
export { RULE_SETS } from './rule-sets.ts';
export { rules } from './rules/index.gen.ts';
export { rulesOf } from './sets.ts';
