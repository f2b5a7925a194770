import { isObject } from '../json.ts';
import { descend } from './apply.ts';
import { nodeAt } from './library.ts';
import { type Evaluated, type Maker, NO, type Node, type Result, type Run, YES } from './model.ts';
import { both, refuse, unclear } from './run.ts';

/** The vocabulary “unevaluated”: what is left over when everything else that is laid on the same value has been looked at. */

export const unevaluatedProperties: Maker = (schema, resource) => {
  const node = nodeAt(schema.unevaluatedProperties, resource);
  return (value, run) => {
    const { evaluated } = run;
    if (!isObject(value) || !evaluated) return YES;
    let result: Result = YES;
    for (const name of Object.keys(value)) {
      if (value[name] === undefined || evaluated.names.has(name)) continue;
      result = both(result, leftOver(node, value[name], name, evaluated, run));
      evaluated.names.add(name);
      if (result === NO && run.quiet) return NO;
    }
    return result;
  };
};

export const unevaluatedItems: Maker = (schema, resource) => {
  const node = nodeAt(schema.unevaluatedItems, resource);
  return (value, run) => {
    const { evaluated } = run;
    if (!Array.isArray(value) || !evaluated) return YES;
    let result: Result = YES;
    for (let index = evaluated.items; index < value.length; index++) {
      if (evaluated.someItems.has(index)) continue;
      result = both(result, leftOver(node, value[index], index, evaluated, run));
      if (result === NO && run.quiet) return NO;
    }
    evaluated.items = value.length;
    return result;
  };
};

/** Where it is not certain that something is left over, that it does not fit is not certain either. */
function leftOver(node: Node, value: unknown, key: string | number, evaluated: Evaluated, run: Run): Result {
  if (evaluated.isPartial) {
    const { quiet } = run;
    run.quiet = true;
    const said = descend(node, value, key, run);
    run.quiet = quiet;
    return said === NO ? unclear(run, UNCERTAIN) : said;
  }
  if (node.schema === false && typeof key === 'string') {
    return refuse(run, { keyword: 'unevaluatedProperties', name: key });
  }
  return descend(node, value, key, run);
}

const UNCERTAIN = 'what its `unevaluated` keywords are about depends on something that could not be checked';
