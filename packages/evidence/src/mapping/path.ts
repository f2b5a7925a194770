import { isObject } from '@portolan/base';

/**
 * One step of a path: `name` is a member, `*` each member of an object, `[]` each item of a list, `@key` what the nearest
 * member gone through is called, `@file` what the file is called without its folders and ending, `^` the
 * object that the item stands in.
 */
const STEP = String.raw`(?:@key|@file|\*|\[\]|[^.\[\]{}^@*\s]+(?: [^.\[\]{}^@*\s]+)*(?:\[\])*)`;

/** A path: steps with dots between them, `topics[].consumers.*.name`, after any number of `^.`. */
export const PATH_PATTERN = String.raw`^(?:(?:\^\.)+|\^$)?(?:${STEP}(?:\.${STEP})*)?$`;

/** A value in a file, with the way to it. */
export interface Spot {
  readonly value: unknown;
  readonly keys: readonly (string | number)[];
  /** Name of the nearest member gone through by `*`. */
  readonly key?: string;
  /** What it is a member of. */
  readonly base?: Spot;
  /** Of an item, the object that it stands in. */
  readonly parent?: Spot;
}

/** What following paths in one file needs to know. */
export interface Walk {
  /** What the file is called, without its folders and ending. */
  readonly file: string;
  /** Places that may still be gone to, so that paths that branch come to an end. */
  left: number;
}

/** Every place that a path leads to from another, in the order of the text. */
export function follow(path: string, from: Spot, walk: Walk): readonly Spot[] {
  let spots: readonly Spot[] = [from];
  for (const step of stepsOf(path)) {
    const found: Spot[] = [];
    for (const spot of spots) {
      for (const each of next(step, spot, walk.file)) {
        if (walk.left-- <= 0) return [];
        found.push(each);
      }
    }
    spots = found;
  }
  return spots;
}

function stepsOf(path: string): string[] {
  return path.split('.').flatMap(part => {
    const name = part.replace(/(\[\])+$/, '');
    const lists = (part.length - name.length) / 2;
    return [...(name === '' ? [] : [name]), ...Array<string>(lists).fill('[]')];
  });
}

function* next(step: string, spot: Spot, file: string): Iterable<Spot> {
  const { value, keys, parent, base } = spot;
  if (step === '^') yield parent ?? spot;
  else if (step === '@file') yield { ...spot, value: file };
  else if (step === '@key') {
    if (spot.key !== undefined) yield { ...spot, value: spot.key };
  } else if (step === '[]') {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    for (const [index, item] of items.entries()) {
      yield { ...spot, value: item, keys: [...keys, index], parent: base ?? spot };
    }
  } else if (isObject(value)) {
    if (step === '*') {
      for (const [key, inner] of Object.entries(value)) yield { value: inner, keys: [...keys, key], key, parent: spot };
    } else if (Object.hasOwn(value, step)) {
      yield { ...spot, value: value[step], keys: [...keys, step], base: spot };
    }
  }
}
