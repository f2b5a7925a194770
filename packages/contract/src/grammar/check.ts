import { type Cursor, isObject, type Resolver } from '../resolve/cursor.ts';
import { asyncapi2 } from './asyncapi-2/grammar.ts';
import { asyncapi3 } from './asyncapi-3/grammar.ts';
import { GRAMMAR_REFERENCE_WRONG_KIND } from './findings.ts';
import { type Grammar, type Kind, named, type ObjectKind } from './kinds.ts';
import { aKind, subjectOf } from './phrases.ts';
import { settle } from './settle.ts';
import { cursorOf, memberOf, rootSpot, type Spot, type Version, versionNumber } from './spot.ts';
import type { Pending, Report, Walk } from './walk.ts';
import { walkValue } from './walk-value.ts';

export type { Report } from './walk.ts';

/** The grammar of a version of the specification, or undefined where there is none. */
export function grammarOf(version: string): Grammar | undefined {
  if (version.startsWith('2.')) return asyncapi2;
  return version.startsWith('3.') ? asyncapi3 : undefined;
}

/**
 * Checks a document, and what it refers to, against the tables of its version. Every object is checked once per kind that
 * is expected of it, however often it is referred to. Takes any value and never throws.
 *
 * @param version `2.4.0`; a version without grammar reports nothing
 */
export function checkGrammar(root: Cursor, version: string, resolver: Resolver, report: Report): void {
  const grammar = grammarOf(version);
  if (!grammar) return;
  const edition = { version, label: `AsyncAPI ${version}` };
  checkTables([{ at: root, kind: named('Document') }], grammar, edition, resolver, report);
}

/** As `checkGrammar`, for any tables, from several places of one document. */
export function checkTables(
  starts: readonly { readonly at: Cursor; readonly kind: Kind }[],
  grammar: Grammar,
  { version, label }: { readonly version: string; readonly label: string },
  resolver: Resolver,
  report: Report,
): void {
  const edition: Version = { number: versionNumber(version), label };
  const walk: Walk = {
    grammar,
    version: edition,
    resolver,
    report,
    homes: new Map(),
    alsoAs: new Map(),
    pending: [],
    tooDeep: false,
  };
  for (const { at, kind } of starts) walkValue(walk, rootSpot(at, edition), kind);
  // What stands in the document is known by now, so a reference to it can be judged by what it is there.
  for (let index = 0; index < walk.pending.length; index++) land(walk, walk.pending[index] as Pending);
}

/** Follows one reference and checks that it leads to a thing of the expected kind. */
function land(walk: Walk, { spot, kind }: Pending): void {
  const target = walk.resolver.follow(cursorOf(spot));
  if (!target) return;
  const at = rootSpot(target, walk.version);
  const settled = objectKindOf(walk, kind, at);
  const home = isObject(target.value) ? walk.homes.get(target.value) : undefined;
  if (!settled || !home) {
    walkValue(walk, at, kind);
    return;
  }
  if (settled === home || fits(walk, at, settled, home)) return;
  const written = memberOf(spot, '$ref');
  const params = { reference: String(written.value), expected: aKind(settled.name), found: aKind(home.name) };
  walk.report(GRAMMAR_REFERENCE_WRONG_KIND, written, { subject: subjectOf(spot), ...params });
}

/** The object kind that a thing is to be checked as, where it is to be an object. */
function objectKindOf(walk: Walk, kind: Kind, spot: Spot): ObjectKind | undefined {
  const settled = settle(walk, kind, spot);
  if (settled?.is === 'referenceOr') return objectKindOf(walk, settled.to, spot);
  if (settled?.is === 'choice' && isObject(spot.value)) return settled.of[String(spot.value[settled.by])];
  return settled?.is === 'object' ? settled : undefined;
}

/** Whether a thing that is of one kind where it stands may be read as another one, as a message may be read as a trait. */
function fits(walk: Walk, target: Spot, wanted: ObjectKind, home: ObjectKind): boolean {
  // A schema takes any member, so that nearly everything would fit; only other schemas do.
  if (wanted.others === 'welcome' && !home.name.includes('Schema')) return false;
  const also = walk.alsoAs.get(target.value as object);
  if (also?.has(wanted)) return true;
  if (mistakes(walk, target, wanted) <= mistakes(walk, target, home)) return true;
  walk.alsoAs.get(target.value as object)?.delete(wanted);
  return false;
}

/** How many mistakes a thing has when it is read as that kind, those of its parts aside that were checked before. */
function mistakes(walk: Walk, target: Spot, kind: ObjectKind): number {
  const value = target.value as object;
  const home = walk.homes.get(value);
  let count = 0;
  const report = () => {
    count++;
  };
  if (home === kind) walk.homes.delete(value);
  walkValue({ ...walk, report, pending: [] }, { ...target }, kind);
  return count;
}
