import { descend, tried } from './apply.ts';
import { nodeAt } from './library.ts';
import { type Maker, NO, type Result, UNKNOWN, YES } from './model.ts';
import { both, refuse } from './run.ts';

/**
 * `items` with what belongs to it: `prefixItems` of 2020-12, or the list that stood under `items` before, with
 * `additionalItems` for the rest.
 */
export const items: Maker = (schema, resource) => {
  const isOldTuple = Array.isArray(schema.items);
  const tuple = (isOldTuple ? schema.items : schema.prefixItems) as readonly unknown[] | undefined;
  const first = (tuple ?? []).map(item => nodeAt(item, resource));
  const others = isOldTuple ? schema.additionalItems : schema.items;
  const rest = others === undefined ? undefined : nodeAt(others, resource);
  if (first.length === 0 && !rest) return undefined;
  return (value, run) => {
    if (!Array.isArray(value)) return YES;
    let result: Result = YES;
    const end = rest ? value.length : Math.min(value.length, first.length);
    for (let index = 0; index < end; index++) {
      const node = first[index] ?? rest;
      if (node) result = both(result, descend(node, value[index], index, run));
      if (result === NO && run.quiet) return NO;
    }
    if (run.evaluated) run.evaluated.items = Math.max(run.evaluated.items, end);
    return result;
  };
};

/** `contains`, with `minContains` and `maxContains`. From 2020-12 on, what it finds counts as evaluated. */
export const contains: Maker = (schema, resource) => {
  if (schema.contains === undefined) return undefined;
  const node = nodeAt(schema.contains, resource);
  const least = typeof schema.minContains === 'number' ? schema.minContains : 1;
  const most = typeof schema.maxContains === 'number' ? schema.maxContains : Number.POSITIVE_INFINITY;
  const isNoted = resource.rules.dialect === '2020-12';
  return (value, run) => {
    if (!Array.isArray(value)) return YES;
    const { evaluated } = run;
    const notes = isNoted && evaluated !== undefined;
    let found = 0;
    let perhaps = 0;
    run.evaluated = undefined;
    for (let index = 0; index < value.length; index++) {
      if (!notes && found >= least && most === Number.POSITIVE_INFINITY) break;
      run.path.push(index);
      const said = tried(node, value[index], run);
      run.path.pop();
      if (said === YES) {
        found++;
        if (notes) evaluated?.someItems.add(index);
      } else if (said === UNKNOWN) {
        perhaps++;
        if (notes && evaluated) evaluated.isPartial = true;
      }
    }
    run.evaluated = evaluated;
    if (found > most) return refuse(run, { keyword: 'maxContains', limit: most, found });
    if (found + perhaps < least) {
      if (found === 0 && least === 1) return refuse(run, { keyword: 'contains' });
      return refuse(run, { keyword: 'minContains', limit: least, found });
    }
    return found < least || found + perhaps > most ? UNKNOWN : YES;
  };
};
