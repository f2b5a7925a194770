import type { Place } from '../parts/gleaning.ts';
import { evaluate, type Scope, withNames } from './evaluate.ts';
import type { Block, Body, Expression } from './hcl/model.ts';
import { entriesOf, textOf, UNKNOWN_VALUE, type Value } from './values.ts';

/** One resource as it will be: a block, or one of those that its `for_each` or `count` makes. */
export interface Thing {
  readonly type: string;
  /** What the block is called in Terraform. */
  readonly label: string;
  /** Its first line. */
  readonly at: Place;
  /** A member; blocks inside it are a list of maps. Null where there is none. */
  value(member: string): Value;
  place(member: string): Place;
}

/** The resources of a folder of Terraform files, with what is known of them before it runs. */
export interface Module {
  readonly things: readonly Thing[];
}

/** Steps of evaluation in one module. */
const MOST_WORK = 2_000_000;
/** Members of one block inside a resource. */
const MOST_MEMBERS = 500;
/** References that are followed inside each other. */
const MOST_REFERENCES = 50;
/** Resources that `for_each` and `count` make, all in all. */
const MOST_THINGS = 50_000;

/** Attributes that identify a resource and that Terraform learns late; for our purpose its name is as good. */
const IDENTITIES = [
  'id',
  'arn',
  'url',
  'name',
  'self_link',
  'email',
  'principal_id',
  'client_id',
  'qualified_arn',
  'queue_url',
];

/** The attribute that names a resource, where it is not `name`. */
const NAMED_BY: Readonly<Record<string, readonly string[]>> = {
  aws_lambda_function: ['function_name'],
  confluent_kafka_topic: ['topic_name'],
  confluent_service_account: ['display_name'],
  confluent_identity_pool: ['display_name'],
  aiven_kafka_topic: ['topic_name'],
  google_service_account: ['account_id'],
};

/**
 * Puts the files of one folder together.
 *
 * @param files their bodies; those of variable definitions (`terraform.tfvars`) set variables
 */
export function moduleOf(files: readonly (Body & { readonly sets: boolean })[]): Module {
  const variables = new Map<string, Expression>();
  const locals = new Map<string, Expression>();
  const blocks = new Map<string, Block>();
  for (const { attributes, blocks: own, sets } of files) {
    for (const block of own) {
      const [first = '', second = ''] = block.labels;
      const usual = block.attributes.find(({ name }) => name === 'default');
      if (block.type === 'variable' && usual && !variables.has(first)) variables.set(first, usual.value);
      if (block.type === 'locals') for (const { name, value } of block.attributes) locals.set(name, value);
      if (block.type === 'resource') blocks.set(`${first}.${second}`, block);
      if (block.type === 'data') blocks.set(`data.${first}.${second}`, block);
    }
    if (sets) for (const { name, value } of attributes) variables.set(name, value);
  }
  const known = new Map<string, Value>();
  const scope: Scope = { budget: { left: MOST_WORK, depth: 0 }, resolve: followed };

  function once(key: string, expression: Expression | undefined): Value {
    if (!expression) return UNKNOWN_VALUE;
    const before = known.get(key);
    if (before !== undefined) return before;
    // Whatever comes back here while it is worked out refers to itself.
    known.set(key, UNKNOWN_VALUE);
    const value = evaluate(expression, scope);
    known.set(key, value);
    return value;
  }

  /** References refer to others, and at last to themselves: then nothing is known. */
  function followed(steps: readonly (string | Value)[]): { value: Value; taken: number } | undefined {
    const { budget } = scope;
    if (budget.depth >= MOST_REFERENCES) return { value: UNKNOWN_VALUE, taken: steps.length };
    budget.depth++;
    const found = resolve(steps);
    budget.depth--;
    return found;
  }

  function resolve(steps: readonly (string | Value)[]): { value: Value; taken: number } | undefined {
    const [first, name] = steps;
    if (first === 'var' && typeof name === 'string')
      return { value: once(`var.${name}`, variables.get(name)), taken: 2 };
    if (first === 'local' && typeof name === 'string')
      return { value: once(`local.${name}`, locals.get(name)), taken: 2 };
    const data = first === 'data' ? 1 : 0;
    const [type, label] = [steps[data], steps[data + 1]];
    const block = blocks.get(`${data ? 'data.' : ''}${String(type)}.${String(label)}`);
    if (!block) return undefined;
    const several = block.attributes.some(attribute => attribute.name === 'for_each' || attribute.name === 'count');
    const index = several ? steps[data + 2] : undefined;
    const taken = data + (several ? 4 : 3);
    const attribute = steps[taken - 1];
    if (steps.length < taken || typeof attribute !== 'string') return { value: UNKNOWN_VALUE, taken: steps.length };
    const inside = several ? instanceAt(block, index ?? UNKNOWN_VALUE) : scope;
    return { value: inside ? attributeOf(block, attribute, inside) : UNKNOWN_VALUE, taken };
  }

  function attributeOf(block: Block, name: string, inside: Scope): Value {
    const own = memberOf(block, name, inside);
    // A policy document is what its statements say.
    if (name === 'json' && own === null) return mapOfBody(block, inside);
    if (own !== null || !IDENTITIES.includes(name)) return own ?? UNKNOWN_VALUE;
    const naming = (NAMED_BY[block.labels[0] as string] ?? ['name']).map(each => memberOf(block, each, inside));
    return naming.find(each => each !== null) ?? UNKNOWN_VALUE;
  }

  /** What is known inside the instance of a block with this key. */
  function instanceAt(block: Block, key: Value): Scope | undefined {
    const wanted = textOf(key);
    return wanted === undefined ? undefined : instancesOf(block).get(wanted)?.scope;
  }

  const instances = new Map<Block, ReadonlyMap<string, Instance>>();

  /** By their keys as texts. */
  function instancesOf(block: Block): ReadonlyMap<string, Instance> {
    const before = instances.get(block);
    if (before) return before;
    instances.set(block, new Map());
    const made = new Map(instancesFrom(block, scope).map(instance => [String(instance.key), instance]));
    instances.set(block, made);
    return made;
  }

  const things: Thing[] = [];
  for (const block of blocks.values()) {
    if (block.type !== 'resource') continue;
    for (const { scope: inside } of instancesOf(block).values()) {
      if (things.length < MOST_THINGS) things.push(thingOf(block, inside));
    }
  }
  // Data is read by name, and it is there as much as what is made here.
  for (const block of blocks.values())
    if (block.type === 'data') things.push({ ...thingOf(block, scope), type: `data.${block.labels[0]}` });
  return { things };
}

interface Instance {
  readonly key: string | number | undefined;
  readonly scope: Scope;
}

function instancesFrom(block: Block, scope: Scope): readonly Instance[] {
  const of = (name: string) => block.attributes.find(attribute => attribute.name === name)?.value;
  const [each, count] = [of('for_each'), of('count')];
  if (each) {
    const value = evaluate(each, scope);
    const entries = entriesOf(value);
    // How many there are nobody knows: one stands for all, and what depends on which one it is stays unknown.
    if (!entries || entries.length > MOST_THINGS) return [{ key: undefined, scope }];
    return entries.map(([position, item]) => {
      const key = Array.isArray(value) ? (textOf(item) ?? position) : position;
      const bound = new Map<string, Value>([
        ['key', key],
        ['value', item],
      ]);
      return { key, scope: withNames(scope, new Map([['each', bound]])) };
    });
  }
  if (!count) return [{ key: undefined, scope }];
  const number = evaluate(count, scope);
  if (typeof number !== 'number' || number > 1_000) return [{ key: undefined, scope }];
  return Array.from({ length: Math.max(0, Math.floor(number)) }, (_, key) => ({
    key,
    scope: withNames(scope, new Map([['count', new Map([['index', key]])]])),
  }));
}

function memberOf({ attributes, blocks }: Body, name: string, scope: Scope): Value {
  const attribute = attributes.find(each => each.name === name);
  if (attribute) return evaluate(attribute.value, scope);
  const inner = blocks.filter(each => each.type === name);
  return inner.length > 0 ? inner.map(each => mapOfBody(each, scope)) : null;
}

function mapOfBody(body: Body, scope: Scope): Value {
  const names = new Set([...body.attributes.map(({ name }) => name), ...body.blocks.map(({ type }) => type)]);
  return new Map([...names].slice(0, MOST_MEMBERS).map(name => [name, memberOf(body, name, scope)]));
}

function thingOf(block: Block, scope: Scope): Thing {
  const [type = '', label = ''] = block.labels;
  return {
    type,
    label,
    at: block.at,
    value: member => memberOf(block, member, scope),
    place: member =>
      block.attributes.find(({ name }) => name === member)?.at ??
      block.blocks.find(each => each.type === member)?.at ??
      block.at,
  };
}
