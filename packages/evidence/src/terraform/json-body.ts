import type { Finding, Range } from '@portolan/base';
import { isObject, type JsonObject, pointerOf } from '@portolan/base';
import { locate, parse } from '@portolan/contract/text';
import type { Place } from '../parts/gleaning.ts';
import { templateIn } from './hcl/expression.ts';
import { type Attribute, type Block, type Body, type Expression, UNKNOWN_EXPRESSION } from './hcl/model.ts';

/** Labels that blocks have at the top of a module; all others are attributes. */
const LABELS: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  variable: 1,
  output: 1,
  module: 1,
  provider: 1,
  locals: 0,
  terraform: 0,
};

const DEEPEST = 100;

/** Reads `*.tf.json` and `*.tfvars.json`: the same as HCL, with blocks as objects of objects and templates in texts. */
export function readTerraformJson(location: string, text: string): Body & { readonly findings: readonly Finding[] } {
  const parsed = parse(location, text);
  const findings = parsed.findings.filter(({ severity }) => severity === 'error');
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  const at = (keys: readonly (string | number)[]): Place => {
    const range = locate(parsed, { pointer: pointerOf('', ...keys) }) as Range;
    return { source: location, pointer: '', inside: range };
  };

  function attributesOf(value: JsonObject, keys: readonly (string | number)[]): Attribute[] {
    return Object.entries(value).map(([name, inner]) => ({
      name,
      value: expressionOf(inner, 0),
      at: at([...keys, name]),
    }));
  }

  function collect(
    type: string,
    value: unknown,
    left: number,
    labels: string[],
    keys: readonly (string | number)[],
  ): void {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) collect(type, item, left, labels, [...keys, index]);
    } else if (isObject(value) && left > 0) {
      for (const [label, inner] of Object.entries(value))
        collect(type, inner, left - 1, [...labels, label], [...keys, label]);
    } else if (isObject(value)) {
      blocks.push({ type, labels, at: at(keys), attributes: attributesOf(value, keys), blocks: [] });
    }
  }

  if (isObject(parsed.value)) {
    for (const [type, value] of Object.entries(parsed.value)) {
      const labels = Object.hasOwn(LABELS, type) ? LABELS[type] : undefined;
      if (labels !== undefined && typeof value === 'object') collect(type, value, labels, [], [type]);
      else attributes.push({ name: type, value: expressionOf(value, 0), at: at([type]) });
    }
  }
  return { attributes, blocks, findings };
}

function expressionOf(value: unknown, depth: number): Expression {
  if (depth > DEEPEST) return UNKNOWN_EXPRESSION;
  if (typeof value === 'string') return templateIn(value);
  if (Array.isArray(value)) return { is: 'list', items: value.map(item => expressionOf(item, depth + 1)) };
  if (isObject(value)) {
    const entries = Object.entries(value).map(
      ([key, inner]) => [templateIn(key), expressionOf(inner, depth + 1)] as const,
    );
    return { is: 'map', entries };
  }
  return { is: 'value', value: value === undefined ? null : (value as number | boolean | null) };
}
