import { pointerOf } from '@portolan/base';
import type { AvroRecord } from '../../avro/model.ts';
import type { Leaf } from './leaf.ts';
import type { Into, Pair, Step } from './pairs.ts';

/** The way from the whole schema to a pair, read backwards. */
export interface Trail {
  readonly before: Trail | undefined;
  readonly from: Pair;
  readonly step: Step;
}

/** A difference with the pair it belongs to and the way there. */
export interface Found {
  readonly leaf: Leaf;
  readonly pair: Pair;
  readonly trail: Trail | undefined;
}

/** A part that cannot be compared. */
export interface Unknown {
  readonly reason: string;
  readonly trail: Trail | undefined;
}

/**
 * Every difference, in the order of the reader’s text; those of a pair of types that is met several times stand where it
 * is met first. Of a choice between branches that works, only the branch that is taken counts.
 */
export function differencesOf(
  root: Pair,
  start?: Trail,
): { readonly found: readonly Found[]; readonly unknown: readonly Unknown[] } {
  const found: Found[] = [];
  const unknown: Unknown[] = [];
  const seen = new Set<Pair>();
  const open: [Pair, Trail | undefined][] = [[root, start]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [pair, trail] = next;
    if (seen.has(pair)) continue;
    seen.add(pair);
    if (pair.unknown !== undefined) unknown.push({ reason: pair.unknown, trail });
    const taken = takenSteps(pair);
    // A choice that fails only because what is around it does adds nothing to that.
    const told = pair.choice && (taken.length > 0 || pair.steps.some(step => isAround(step.pair, trail)));
    if (!told) for (const leaf of pair.leaves) found.push({ leaf, pair, trail });
    for (const step of taken.toReversed()) open.push([step.pair, { before: trail, from: pair, step }]);
  }
  return { found, unknown };
}

/** True for a pair that the trail comes through. */
function isAround(pair: Pair, trail: Trail | undefined): boolean {
  for (let at = trail; at !== undefined; at = at.before) if (at.from === pair) return true;
  return false;
}

/** Of a choice the first branch that surely works, else the first that nobody knows of; of all others every step. */
function takenSteps({ choice, steps }: Pair): readonly Step[] {
  if (!choice) return steps;
  const working = steps.filter(step => !step.pair.fails);
  const taken = working.find(step => step.pair.unknown === undefined) ?? working[0];
  return taken ? [taken] : [];
}

/** The steps of a trail from the whole to the part, each with the pair it starts from. */
export function stepsOf(trail: Trail | undefined): readonly Trail[] {
  const steps: Trail[] = [];
  for (let at = trail; at !== undefined; at = at.before) steps.push(at);
  return steps.reverse();
}

/** The path of a part as people read it, by the names that the writer uses: `items[].price`, `labels{}`. */
export function pathOf(trail: Trail | undefined, more?: string): string {
  let path = '';
  for (const { from, step } of stepsOf(trail)) {
    if (step.writer === 'items') path += '[]';
    else if (step.writer === 'values') path += '{}';
    else if (typeof step.writer === 'object' && 'field' in step.writer)
      path = joined(path, (from.writer as AvroRecord).fields[step.writer.field]?.name ?? '');
  }
  return more === undefined ? path : joined(path, more);
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/**
 * The way through the reader’s schema as Apache Avro’s checker writes it: `/fields/0/type/items`. Types that are used by
 * their name are gone through as if they stood there. A branch of the writer’s union counts where the reader has one too.
 */
export function locationOf({ leaf, pair, trail }: Found): string {
  let pointer = '';
  for (const { from, step } of stepsOf(trail)) pointer += stepOf(from, step);
  if (leaf.readerField !== undefined) return pointerOf(pointer, 'fields', leaf.readerField);
  if (leaf.at !== undefined) return pointerOf(pointer, leaf.at);
  return pointer === '' && pair !== undefined ? '/' : pointer;
}

function stepOf(from: Pair, { writer, reader }: Step): string {
  if (reader === undefined) return from.reader.kind === 'union' ? intoPointer(writer) : '';
  return writer === undefined ? '' : intoPointer(reader);
}

function intoPointer(into: Into | undefined): string {
  if (into === undefined) return '';
  if (typeof into === 'string') return `/${into}`;
  return 'branch' in into ? `/${into.branch}` : `/fields/${into.field}/type`;
}
