import { entriesOf, isList, isMap, LONGEST, textOf, UNKNOWN_VALUE, type Value } from './values.ts';

/** The few functions of Terraform that people build names and lists of names with. Any other is unknown. */
const FUNCTIONS: Readonly<Record<string, (args: readonly Value[]) => Value>> = {
  toset: ([of]) => (isList(of ?? null) ? [...new Set(of as readonly Value[])] : UNKNOWN_VALUE),
  tolist: ([of]) => of ?? UNKNOWN_VALUE,
  tomap: ([of]) => of ?? UNKNOWN_VALUE,
  tostring: ([of]) => textOf(of ?? null) ?? UNKNOWN_VALUE,
  // What stands in a policy counts, not how it is written.
  jsonencode: ([of]) => of ?? UNKNOWN_VALUE,
  keys: ([of]) => (isMap(of ?? null) ? (entriesOf(of as Value) ?? []).map(([key]) => key) : UNKNOWN_VALUE),
  values: ([of]) => (isMap(of ?? null) ? (entriesOf(of as Value) ?? []).map(([, value]) => value) : UNKNOWN_VALUE),
  concat: lists => (lists.every(isList) ? bounded((lists as readonly (readonly Value[])[]).flat()) : UNKNOWN_VALUE),
  flatten: ([of]) => flattened(of ?? UNKNOWN_VALUE),
  distinct: ([of]) => (isList(of ?? null) ? [...new Set(of as readonly Value[])] : UNKNOWN_VALUE),
  merge: maps =>
    maps.every(isMap) ? new Map(maps.flatMap(map => [...(map as ReadonlyMap<string, Value>)])) : UNKNOWN_VALUE,
  lower: ([of]) => textOf(of ?? null)?.toLowerCase() ?? UNKNOWN_VALUE,
  upper: ([of]) => textOf(of ?? null)?.toUpperCase() ?? UNKNOWN_VALUE,
  trimspace: ([of]) => textOf(of ?? null)?.trim() ?? UNKNOWN_VALUE,
  join: ([between, of]) => joined(between ?? UNKNOWN_VALUE, of ?? UNKNOWN_VALUE),
  format: ([pattern, ...rest]) => formatted(pattern ?? UNKNOWN_VALUE, rest),
  coalesce: args => args.find(each => each !== null && each !== '') ?? UNKNOWN_VALUE,
};

export function callOf(name: string, args: readonly Value[]): Value {
  const call = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  return call ? call(args) : UNKNOWN_VALUE;
}

function bounded(list: readonly Value[]): Value {
  return list.length > LONGEST ? UNKNOWN_VALUE : list;
}

function flattened(list: Value): Value {
  if (!isList(list)) return UNKNOWN_VALUE;
  return bounded(list.flatMap(item => (isList(item) ? item : [item])));
}

function joined(between: Value, list: Value): Value {
  const separator = textOf(between);
  const texts = isList(list) ? list.map(textOf) : [undefined];
  if (separator === undefined || texts.some(text => text === undefined)) return UNKNOWN_VALUE;
  const text = texts.join(separator);
  return text.length > LONGEST ? UNKNOWN_VALUE : text;
}

/** `%s`, `%v` and `%d` as they are; whatever else a pattern asks for is unknown. */
function formatted(pattern: Value, args: readonly Value[]): Value {
  if (typeof pattern !== 'string') return UNKNOWN_VALUE;
  let [next, known] = [0, true];
  const text = pattern.replace(/%(%|[a-zA-Z0-9.+# -]*?[a-zA-Z])/g, (_, verb: string) => {
    if (verb === '%') return '%';
    const value = textOf(args[next++] ?? null);
    if (value === undefined || !/^[svd]$/.test(verb)) known = false;
    return value ?? '';
  });
  return known && text.length <= LONGEST ? text : UNKNOWN_VALUE;
}
