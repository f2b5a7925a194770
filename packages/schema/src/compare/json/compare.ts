import { judgeOf, rootOf } from '../../evaluate/evaluate.ts';
import type { Scope } from '../../evaluate/model.ts';
import type { SchemaSource } from '../../shape.ts';
import type { CompareOptions, Comparison, Lookups } from '../model.ts';
import { confluentDifferences } from './confluent/compare.ts';
import { newAtlas } from './located.ts';
import { newSearch } from './search/find.ts';
import { be, type Goal, notBe } from './search/goal.ts';
import { termOf } from './search/term.ts';
import { note, type Telling, tell } from './told.ts';
import { walk } from './walk.ts';

/** Compares two JSON Schemas by a profile; those of other languages are read as `sound`. */
export function compareJsonSchema(
  writer: SchemaSource,
  reader: SchemaSource,
  lookups: Lookups,
  options: CompareOptions = {},
): Comparison {
  if (options.profile !== 'confluent') return compareSoundly(writer, reader, lookups, options);
  const { differences, notCompared } = confluentDifferences(writer, reader, lookups, options);
  const verdict = differences.length > 0 ? 'incompatible' : notCompared.length > 0 ? 'not-checked' : 'compatible';
  if (differences.length === 0 || options.witness === false) return { verdict, differences, notCompared };
  // The rules forbid what no message may show: where one does, it is shown.
  const sound = compareSoundly(writer, reader, lookups, options);
  const shown = differences.map(difference => {
    const witness = sound.differences.find(({ path }) => path === difference.path)?.witness;
    return witness ? { ...difference, witness } : difference;
  });
  return { verdict, differences: shown, notCompared, ...(sound.witness && { witness: sound.witness }) };
}

/** Pairs of schemas that are compared. */
const MOST_PAIRS = 20_000;

/** Steps of looking for values, for each pair that may be compared. */
const STEPS = 50;

/**
 * Says whether every value that the writer’s JSON Schema admits is admitted by the reader’s, whatever their drafts. Compatible
 * is said only where it is proved; each difference carries a message that the writer’s schema takes and the reader’s refuses,
 * or says that none was found. Numbers are those of IEEE 754, as most readers of JSON have them.
 */
export function compareSoundly(
  writer: SchemaSource,
  reader: SchemaSource,
  lookups: Lookups,
  options: CompareOptions = {},
): Comparison {
  const pairs = options.budget ?? MOST_PAIRS;
  const atlases = { writer: newAtlas(writer, lookups.writer), reader: newAtlas(reader, lookups.reader) };
  const roots = { writer: rootOf(writer, atlases.writer.lookup), reader: rootOf(reader, atlases.reader.lookup) };
  const telling: Telling = {
    finder: newSearch(pairs * STEPS),
    ...atlases,
    judges: { writer: judgeOf(roots.writer), reader: judgeOf(roots.reader) },
    differences: new Map(),
    notCompared: new Map(),
    pairs: new Map(),
    outOfReach: 0,
    left: pairs,
  };
  try {
    compareRoots();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    note('', 'it is nested too deeply to be compared', telling);
  }
  return comparison(telling);

  function compareRoots(): void {
    const nowhere: Scope = { resources: [], inner: new Map() };
    const [written, read] = [termOf(roots.writer, nowhere), termOf(roots.reader, nowhere)];
    const place = { schema: reader.id, pointer: '' };
    const here = {
      writer: [{ term: written, place: { schema: writer.id, pointer: '' } }],
      reader: { term: read, place },
      path: '',
      depth: 0,
      whole: (goals: readonly Goal[]) => [be(written), ...goals],
      chosen: new Set(),
    };
    walk(here, telling);
    if ((telling.notCompared.size === 0 && telling.outOfReach === 0) || isBroken(telling)) return;
    // What could not be told part by part may be told of the whole. What was out of reach in one place may be met in another.
    const answer = telling.finder.ask([be(written), notBe(read)]);
    if (answer.kind === 'none') {
      telling.notCompared.clear();
      telling.differences.clear();
    } else if (answer.kind === 'found')
      tell(here, { code: 'NOT_ACCEPTED', reader: place, shownBy: [notBe(read)] }, telling);
    else note('', answer.reason, telling);
  }
}

function isBroken({ differences }: Telling): boolean {
  return [...differences.values()].some(({ breaks }) => breaks === 'yes');
}

function comparison(telling: Telling): Comparison {
  const differences = [...telling.differences.values()];
  const notCompared = [...telling.notCompared.values()];
  const broken = differences.find(({ breaks }) => breaks === 'yes');
  const verdict = broken ? 'incompatible' : notCompared.length > 0 ? 'not-checked' : 'compatible';
  return { verdict, differences, notCompared, ...(broken?.witness && { witness: broken.witness }) };
}
