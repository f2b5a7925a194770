import { callOf } from './functions.ts';
import type { Expression, ForExpression } from './hcl/model.ts';
import { entriesOf, isList, isMap, LONGEST, mapOf, textOf, UNKNOWN_VALUE, type Value } from './values.ts';

/** Names that expressions may begin with. */
export interface Scope {
  /** The value of the first steps of a way, and how many of them that took. Undefined for names nobody knows. */
  resolve(steps: readonly (string | Value)[]): { readonly value: Value; readonly taken: number } | undefined;
  /** Work that is left, and how many references are being followed, shared by all that is evaluated in one module. */
  readonly budget: { left: number; depth: number };
}

/** Evaluates what is static of an expression. Never throws, and ends: what takes too much work is unknown. */
export function evaluate(expression: Expression, scope: Scope, depth = 0): Value {
  if (scope.budget.left-- <= 0 || depth > 100) return UNKNOWN_VALUE;
  const inner = (each: Expression) => evaluate(each, scope, depth + 1);
  switch (expression.is) {
    case 'value':
      return expression.value;
    case 'template':
      return templateValue(expression.parts.map(part => (typeof part === 'string' ? part : inner(part))));
    case 'list':
      return expression.items.map(inner);
    case 'map':
      return mapOf(expression.entries.map(([key, value]) => [inner(key), inner(value)]));
    case 'way':
      return follow(
        expression.steps.map(step => (typeof step === 'string' ? step : inner(step))),
        scope,
      );
    case 'call':
      return callOf(expression.name, expression.args.map(inner));
    case 'for':
      return forValue(expression, scope, depth);
    case 'unknown':
      return UNKNOWN_VALUE;
  }
}

function templateValue(parts: readonly Value[]): Value {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  let text = '';
  for (const part of parts) {
    const piece = textOf(part);
    if (piece === undefined || text.length + piece.length > LONGEST) return UNKNOWN_VALUE;
    text += piece;
  }
  return text;
}

function follow(steps: readonly (string | Value)[], scope: Scope): Value {
  const found = scope.resolve(steps);
  if (!found) return UNKNOWN_VALUE;
  let { value } = found;
  for (const step of steps.slice(found.taken)) value = memberOf(value, step);
  return value;
}

function memberOf(value: Value, step: Value): Value {
  const key = textOf(step);
  if (key === undefined) return UNKNOWN_VALUE;
  if (isMap(value)) return value.get(key) ?? UNKNOWN_VALUE;
  if (isList(value) && /^\d+$/.test(key)) return value[Number(key)] ?? UNKNOWN_VALUE;
  return UNKNOWN_VALUE;
}

function forValue({ names, of, key, value }: ForExpression, scope: Scope, depth: number): Value {
  const entries = entriesOf(evaluate(of, scope, depth + 1));
  if (!entries || entries.length > LONGEST) return UNKNOWN_VALUE;
  const results = entries.map(([position, item]) => {
    const bound = new Map<string, Value>(
      names.length > 1
        ? [
            [names[0] as string, position],
            [names[1] as string, item],
          ]
        : [[names[0] as string, item]],
    );
    const inside = withNames(scope, bound);
    return [key ? evaluate(key, inside, depth + 1) : null, evaluate(value, inside, depth + 1)] as const;
  });
  return key ? mapOf(results) : results.map(([, each]) => each);
}

/** A scope in which some more names are known. */
export function withNames(scope: Scope, names: ReadonlyMap<string, Value>): Scope {
  return {
    budget: scope.budget,
    resolve(steps) {
      const [first] = steps;
      const value = typeof first === 'string' ? names.get(first) : undefined;
      return value === undefined ? scope.resolve(steps) : { value, taken: 1 };
    },
  };
}
