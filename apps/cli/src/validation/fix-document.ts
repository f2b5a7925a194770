import { digestOf, type Finding, type Fix, type Origin, pointerOf } from '@portolan/base';
import type { JudgeOptions } from '@portolan/checks';
import type { Load } from '@portolan/contract';
import { applyFixes } from '@portolan/rewrite';
import { type Judgeable, type JudgedDocument, judge } from '../documents/judge.ts';

/** A finding that can be mended. */
type Mendable = Finding & { readonly fix: Fix };

/** What became of the fixes of one document. */
export interface Mended {
  readonly applied: readonly Mendable[];
  readonly left: readonly { readonly finding: Mendable; readonly reason: string }[];
}

/** The texts that fixes may change, by location: read and written as if they were the files. */
export interface Drafts {
  text(location: string): string | undefined;
  write(location: string, text: string): void;
  /** Whether the file is among those that were given. */
  isGiven(location: string): boolean;
}

/** How often one document is judged anew: each look makes a fix or leaves one out, so this ends what somebody made too big. */
const MOST_LOOKS = 200;

/**
 * Makes the fixes of a document until there are no more. Each is kept only when its finding is gone afterwards and there
 * is no new error; otherwise it is left out, with the reason.
 */
export async function fixDocument(document: Judgeable, options: JudgeOptions, drafts: Drafts): Promise<Mended> {
  const applied: Mendable[] = [];
  const left = new Map<string, { finding: Mendable; reason: string }>();
  let looks = 0;
  const look = (changed: ReadonlyMap<string, string> = new Map()) => {
    looks++;
    const text = (location: string) => changed.get(location) ?? drafts.text(location);
    const { near } = document.load;
    const load: Load = Object.assign(
      async (location: string) => text(location) ?? (await document.load(location)),
      near && { near },
    );
    return judge({ location: document.location, text: text(document.location) ?? document.text, load }, options);
  };
  const refuse = (finding: Mendable, reason: string) => left.set(identityOf(finding), { finding, reason });

  let now = await look();
  const seen = new Set([stateOf(now)]);
  let alone = false;
  while (looks < MOST_LOOKS) {
    const open = now.report.findings.filter(isMendable).filter(finding => !left.has(identityOf(finding)));
    const outside = open.filter(({ fix }) => !fix.steps.every(({ origin }) => drafts.isGiven(origin.source)));
    for (const finding of outside) refuse(finding, 'it would change a file that was not given');
    const wanted = open.filter(finding => !outside.includes(finding));
    const { files, applied: made, refused } = applyFixes(alone ? wanted.slice(0, 1) : wanted, now.report.files);
    for (const { item, reason } of refused) refuse(item, reason);
    if (made.length === 0) {
      if (refused.length === 0) break;
      continue;
    }
    const then = await look(new Map(files.map(({ location, text }) => [location, text])));
    const flaw = seen.has(stateOf(then)) ? 'it would undo another fix' : flawOf(made, now, then);
    if (flaw === undefined) {
      seen.add(stateOf(then));
      for (const { location, text } of files) drafts.write(location, text);
      applied.push(...made);
      now = then;
    } else if (made.length === 1) refuse(made[0] as Mendable, flaw);
    else alone = true;
  }
  return { applied, left: [...left.values()] };
}

/** All texts of a document at once. */
function stateOf({ report }: JudgedDocument): string {
  return digestOf(report.files.map(({ location, text }) => [location, text]));
}

/** Why fixes are not kept; undefined when all is well. */
function flawOf(made: readonly Mendable[], before: JudgedDocument, after: JudgedDocument): string | undefined {
  const said = ({ code, message }: Finding) => `${code} ${message}`;
  const count = ({ report }: JudgedDocument, holds: (finding: Finding) => boolean) =>
    report.findings.filter(holds).length;
  for (const finding of made) {
    const same = (other: Finding) => said(other) === said(finding);
    if (count(after, same) > count(before, same) - made.filter(same).length) return 'the finding would still be there';
  }
  // Of a document that could not be read, every error comes to light only now.
  if (!before.whole) return undefined;
  const renamed = made.flatMap(({ fix }) => fix.steps).filter(step => step.do === 'rename');
  for (const { code, severity, message, origin } of after.report.findings) {
    if (severity !== 'error') continue;
    // What nobody looked into under its wrong name comes to light under the right one.
    if (renamed.some(step => isBelow(origin, renamedTo(step)))) continue;
    const same = (other: Finding) => other.code === code;
    if (count(after, same) > count(before, same)) return `it would bring a new error: ${message}`;
  }
  return undefined;
}

/** Where what a step renames stands afterwards. */
function renamedTo({ origin, key }: { readonly origin: Origin; readonly key: string }): Origin {
  const above = origin.pointer.slice(0, origin.pointer.lastIndexOf('/'));
  return { source: origin.source, pointer: pointerOf(above, key) };
}

function isBelow(origin: Origin, place: Origin): boolean {
  return origin.source === place.source && `${origin.pointer}/`.startsWith(`${place.pointer}/`);
}

function isMendable(finding: Finding): finding is Mendable {
  return finding.fix !== undefined;
}

/** What stays the same of a finding while other places change. */
function identityOf({ code, message, origin }: Finding): string {
  return `${code} ${origin.source}#${origin.pointer} ${message}`;
}
