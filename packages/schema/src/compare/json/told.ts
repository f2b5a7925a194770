import { fill, isObject, type Params } from '@portolan/base';
import { textsFor } from '../../sample/hints.ts';
import { placeOf } from '../../sample/place.ts';
import type { Validator } from '../../validate/verdict.ts';
import type { Difference, NotCompared, SchemaPlace, Witness } from '../model.ts';
import { JSON_CODES, type JsonCodeName } from './codes.ts';
import type { Atlas, Located } from './located.ts';
import type { Finder } from './search/find.ts';
import type { Goal } from './search/goal.ts';
import { ANY_TEXT } from './search/texts.ts';

/** A place in messages at which both sides are compared. */
export interface Here {
  /** What the writer’s schemas say in any case; values may be fewer. */
  readonly writer: readonly Located[];
  readonly reader: Located;
  /** As people read it. */
  readonly path: string;
  readonly depth: number;
  /** What a whole message of the writer must be for the value here to be such. */
  readonly whole: (goals: readonly Goal[]) => readonly Goal[];
  /** Combinations of the writer of which one branch was chosen. */
  readonly chosen: ReadonlySet<unknown>;
}

/** One comparison of two schemas, as far as it has come. */
export interface Telling {
  readonly finder: Finder;
  readonly writer: Atlas;
  readonly reader: Atlas;
  readonly judges: { readonly writer: Validator; readonly reader: Validator };
  readonly differences: Map<string, Difference>;
  readonly notCompared: Map<string, NotCompared>;
  /** Pairs of schemas: being compared (with the path), without difference, or with. */
  readonly pairs: Map<string, string>;
  /** Differences that no whole message can show: the value never gets there. */
  outOfReach: number;
  /** Pairs that may still be compared. */
  left: number;
}

export interface Told {
  readonly code: JsonCodeName;
  readonly path?: string;
  readonly params?: Params;
  readonly writer?: SchemaPlace | undefined;
  readonly reader: SchemaPlace;
  /** What values here must be to show it. */
  readonly shownBy: readonly Goal[];
}

/** Differences that are told about one pair of schemas. */
const MOST_DIFFERENCES = 200;

/** Tells a difference, if a message can show it or nobody can tell; true when it was told. */
export function tell(here: Here, told: Told, telling: Telling): boolean {
  const { differences, finder, notCompared } = telling;
  const { code, reader } = told;
  const path = told.path ?? here.path;
  const key = `${code} ${path} ${reader.schema} ${reader.pointer}`;
  const known = differences.get(key);
  if (known?.breaks === 'yes') return true;
  if (differences.size >= MOST_DIFFERENCES) {
    note(path, 'there are very many differences, and the others are not told', telling);
    return true;
  }
  const answer = finder.ask(here.whole(told.shownBy));
  if (answer.kind === 'none') {
    telling.outOfReach++;
    return false;
  }
  const witness = answer.kind === 'found' ? witnessOf(answer.value, telling) : undefined;
  const writer = told.writer ?? here.writer[0]?.place;
  const params: Params = { path: path === '' ? 'the message' : `\`${path}\``, ...told.params };
  const { says, help } = JSON_CODES[code];
  differences.set(key, {
    code,
    says: fill(says, params),
    help,
    path,
    ...(writer && { writer }),
    reader,
    breaks: witness ? 'yes' : 'not-checked',
    params: { ...told.params } as Difference['params'],
    ...(witness && { witness }),
  });
  if (!witness) {
    notCompared.set(key, {
      path,
      reason: answer.kind === 'unknown' ? answer.reason : 'no message was found that shows it',
    });
  }
  return true;
}

/** Notes why something could not be compared. */
export function note(path: string, reason: string, { notCompared }: Telling): void {
  notCompared.set(`${path} ${reason}`, { path, reason });
}

/** A message that both sides were tried on, and that only the writer takes; with texts that people know, if that is no matter. */
function witnessOf(message: unknown, telling: Telling): Witness | undefined {
  const readable = tried(named(message), telling);
  if (readable?.isOnly) return readable.witness;
  const plain = tried(message, telling);
  return readable && readable.witness.problem === plain?.witness.problem ? readable.witness : plain?.witness;
}

/** The same message with texts as they are usual under the names of their members. */
function named(value: unknown, name = ''): unknown {
  if (value === ANY_TEXT && name !== '') return textsFor(placeOf(1, name))[0];
  if (Array.isArray(value)) return value.map(item => named(item, name));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, named(member, key)]));
}

/** `isOnly` where the reader has nothing else to say about it. */
function tried(message: unknown, { judges }: Telling): { witness: Witness; isOnly: boolean } | undefined {
  const written = judges.writer(message);
  if (!('valid' in written && written.valid)) return undefined;
  const read = judges.reader(message);
  if (!('valid' in read) || read.valid) return undefined;
  const [problem] = read.problems;
  const subject = problem?.pointer ? `\`${problem.pointer}\`` : 'the message';
  const witness: Witness = { message, problem: `${subject} ${problem?.message}`, effect: 'refused' };
  return { witness, isOnly: read.problems.length === 1 };
}
