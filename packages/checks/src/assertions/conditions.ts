import { isObject } from '@portolan/base';
import { validate } from '@portolan/schema';
import type { Lookups, Placed } from '../context.ts';
import { listed, shown } from '../facts/json.ts';
import { casingInWords, isCased } from './casing.ts';
import { type Field, fieldsOf } from './fields.ts';
import type { Condition } from './model.ts';

/** A demand that a field does not meet: `must be there`. */
export interface Breach extends Field {
  readonly demand: string;
}

/** A judge of one member: undefined when all is well, else what is demanded. It is asked only about what is there. */
type Demand = (value: unknown) => string | undefined;

/** What a condition demands and a node does not give. A member that is not there breaks `defined` and nothing else. */
export function breachesOf(condition: Condition, node: Placed, lookups: Lookups): Breach[] {
  const whole = demandOnNode(condition, node, lookups);
  const demands = demandsOf(condition);
  const fields = fieldsOf(node, condition.field, lookups);
  const breaches = fields.flatMap(field => {
    const demand = demandOn(field.value, condition, demands);
    return demand === undefined ? [] : [{ ...field, demand }];
  });
  return whole === undefined
    ? breaches
    : [{ value: undefined, origin: node.origin, path: '', demand: whole }, ...breaches];
}

/** Whether a node is one of those that a condition picks: here a member that is not there fits nothing. */
export function picks(condition: Condition, node: Placed, lookups: Lookups): boolean {
  if (demandOnNode(condition, node, lookups) !== undefined) return false;
  const fields = fieldsOf(node, condition.field, lookups);
  const demands = demandsOf(condition);
  const onlyWhole = demands.length === 0 && condition.defined === undefined && condition.undefined === undefined;
  if (onlyWhole) return true;
  return fields.some(({ value }) => {
    if (value === undefined && condition.undefined !== true) return false;
    return demandOn(value, condition, demands) === undefined;
  });
}

function demandOn(value: unknown, condition: Condition, demands: readonly Demand[]): string | undefined {
  if (condition.undefined === true && value !== undefined) return 'must not be there';
  if (condition.defined === true && isEmpty(value)) return 'must be there';
  if (value === undefined) return undefined;
  for (const demand of demands) {
    const said = demand(value);
    if (said !== undefined) return said;
  }
  return undefined;
}

/** Demands that look at several members of the node at once. */
function demandOnNode(
  { mutuallyExclusive, requireAny }: Condition,
  node: Placed,
  lookups: Lookups,
): string | undefined {
  const present = (paths: readonly string[]) =>
    paths.filter(path => fieldsOf(node, path, lookups).some(({ value }) => !isEmpty(value)));
  if (mutuallyExclusive && present(mutuallyExclusive).length > 1) {
    return `may have only one of ${listed(mutuallyExclusive, mutuallyExclusive.length)}`;
  }
  if (requireAny && present(requireAny).length === 0)
    return `must have ${requireAny.length > 1 ? 'one of ' : ''}${listed(requireAny, requireAny.length)}`;
  return undefined;
}

function demandsOf(condition: Condition): Demand[] {
  const demands: Demand[] = [];
  const { pattern, notPattern, casing, minLength, maxLength, schema } = condition;
  const allowed = condition.enum;
  const only = (good: boolean, demand: string) => (good ? undefined : demand);
  if ('const' in condition)
    demands.push(value => only(same(value, condition.const), `must be ${shown(condition.const)}`));
  if (allowed)
    demands.push(value =>
      only(
        allowed.some(it => same(value, it)),
        `must be one of ${allowed.map(shown).join(', ')}`,
      ),
    );
  if (pattern !== undefined) {
    const expression = new RegExp(pattern, 'u');
    demands.push(value => only(typeof value === 'string' && expression.test(value), `must fit \`${pattern}\``));
  }
  if (notPattern !== undefined) {
    const expression = new RegExp(notPattern, 'u');
    demands.push(value => only(typeof value !== 'string' || !expression.test(value), `must not fit \`${notPattern}\``));
  }
  if (casing)
    demands.push(value =>
      only(typeof value === 'string' && isCased(value, casing), `must be ${casingInWords(casing)}`),
    );
  if (minLength !== undefined)
    demands.push(value => only(lengthOf(value) >= minLength, `must have at least ${minLength} ${unitOf(value)}`));
  if (maxLength !== undefined)
    demands.push(value => only(lengthOf(value) <= maxLength, `must have at most ${maxLength} ${unitOf(value)}`));
  if (schema !== undefined) demands.push(value => schemaDemand(schema, value));
  return demands;
}

function schemaDemand(definition: unknown, value: unknown): string | undefined {
  const source = {
    id: 'assertion',
    format: 'json-schema',
    schemaFormat: 'application/schema+json;version=draft-2020-12',
    definition,
  } as const;
  const verdict = validate(source, () => undefined, value);
  if ('notChecked' in verdict) throw new Error(`its schema was not checked: ${verdict.notChecked}`);
  if (verdict.valid) return undefined;
  const [problem] = verdict.problems;
  const where = problem?.pointer ? `, but \`${problem.pointer}\` ` : ', but it ';
  return `must fulfil its schema${where}${problem?.message ?? 'does not'}`;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return lengthOf(value) === 0;
}

/** Characters of a text, items of a list, members of an object; everything else is one thing. */
function lengthOf(value: unknown): number {
  if (typeof value === 'string') return [...value].length;
  if (Array.isArray(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : 1;
}

function unitOf(value: unknown): string {
  if (typeof value === 'string') return 'characters';
  return Array.isArray(value) ? 'items' : 'members';
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}
