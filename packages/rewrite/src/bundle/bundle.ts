import { compareFindings, type Finding, keysOf } from '@portolan/base';
import type { Contract, SourceFile } from '@portolan/contract';
import { locate, nameOf, parse, targetOf } from '@portolan/contract/text';
import { isMap } from 'yaml';
import type { Rewritten } from '../convert/convert.ts';
import { faults } from '../faults.ts';
import { flat, sourcesOf } from '../tree/aliases.ts';
import { createFiles, type Place } from '../tree/files.ts';
import { type MapNode, referenceOf, textOf } from '../tree/nodes.ts';
import { open, type Tree } from '../tree/open.ts';
import { print } from '../tree/print.ts';
import { fragment, movedReference, redirect } from '../tree/references.ts';
import { versionOf } from '../tree/version.ts';
import type { Slot } from '../tree/visitor.ts';
import { homeFor, inline, referTo } from './adopt.ts';
import { discover, slotsOf } from './discover.ts';
import { BUNDLE_IMPORT, BUNDLE_KEPT } from './findings.ts';
import { createHomes } from './homes.ts';
import { settleMessages } from './own-channel.ts';
import { namesOf, type Part, report, type State } from './state.ts';

export interface BundleOptions {
  /** What the document is called among the files. */
  readonly location?: string;
  /** The files that the document refers to, directly or through others. */
  readonly files: readonly SourceFile[];
  /** The document as it was read: its things keep the names that they have there. */
  readonly contract?: Contract;
}

/**
 * Puts everything that a document refers to into the document itself, and lets its references follow. Channels, servers
 * and operations that are references come to stand where they are referred to, other things in the components, under the
 * names that the reader gives them; what the components have no section for is written in place. Nothing is written
 * twice, and cycles stay cycles.
 *
 * Throws REWRITE_UNREADABLE, REWRITE_NOT_ASYNCAPI and REWRITE_ALIASES.
 */
export function bundle(text: string, options: BundleOptions): Rewritten {
  const { location = 'asyncapi.yaml', files, contract } = options;
  const tree = open(text, location);
  const version = versionOf(tree.doc.contents);
  if (!isMap(tree.doc.contents) || !version) throw faults.NOT_ASYNCAPI({ location });
  const before = open(text, location);
  writeAliasesOut(tree);
  const state: State = {
    location,
    version,
    tree,
    root: tree.doc.contents as MapNode,
    files: createFiles(before, files),
    homes: createHomes(),
    waiting: [],
    late: [],
    needed: new Map(),
    ...namesOf(contract),
    findings: [],
  };
  const whole = { node: state.root, kind: 'Document', base: location, pointer: '', schemaFormat: undefined };
  for (const [id, needed] of discover(state, whole)) state.needed.set(id, needed);
  reserve(state, whole);
  state.waiting.push(whole);
  for (let part = state.waiting.shift(); part; part = state.waiting.shift()) lookThrough(state, part);
  settleMessages(state);
  return { text: print(tree), findings: placed(state.findings, location, text) };
}

/** What stands behind an alias may be about to change in one place and not in the other. */
function writeAliasesOut(tree: Tree): void {
  const { doc } = tree;
  if (doc.contents && sourcesOf(doc).size > 0) doc.contents = flat(doc.contents, tree);
}

/** Members of the document that are nothing but a reference: what they refer to comes to stand there. */
const ROOT_MEMBER = /^\/(?:servers|channels|operations)\/[^/]+$/;
const COMPONENT = /^\/components\/[^/]+\/([^/]+)$/;
const WRAPPED = /^\/components\/schemas\/[^/]+\/schema$/;

/** Gives a place to what members of the document refer to, before others get there first. */
function reserve(state: State, entry: Part): void {
  const found: { readonly pointer: string; readonly place: Place }[] = [];
  for (const { node, pointer } of slotsOf(entry, state.version.major)) {
    const reference = referenceOf(node) ?? '';
    const named = state.files.named(reference, state.location);
    const place = named && state.files.follow(named);
    const leaves = targetOf(reference, state.location).location !== state.location;
    if (leaves && place && place.location !== state.location) found.push({ pointer, place });
  }
  const take = (fits: (pointer: string, place: Place) => boolean) => {
    for (const { pointer, place } of found) {
      if (fits(pointer, place) && state.homes.of(place) === undefined) state.homes.set(place, pointer);
    }
  };
  take(pointer => ROOT_MEMBER.test(pointer));
  take(pointer => WRAPPED.test(pointer));
  take((pointer, place) => COMPONENT.test(pointer) && keysOf(pointer)[2] === calledOf(state, place));
}

function calledOf({ names }: State, { location, pointer }: Place): string {
  return names.get(`${location}#${pointer}`) ?? nameOf(location, pointer);
}

/** Takes the references of a part before it grows: what comes into it is a part of its own, of another file. */
function lookThrough(state: State, part: Part): void {
  for (const slot of slotsOf(part, state.version.major)) reference(state, part.base, slot);
}

/** Lets one reference follow what it names into the bundle. */
function reference(state: State, base: string, slot: Slot): void {
  const { location, files } = state;
  const { node, pointer, only } = slot;
  const written = referenceOf(node) ?? '';
  const target = targetOf(written, base);
  const named = files.named(written, base);
  const place = named && files.follow(named);
  // Within the document the written way counts; only what leads through another file has to be led anew.
  if (target.location === location && (only || !place || named.location === location)) {
    if (base !== location) redirect(node, fragment(target.pointer ?? ''));
  } else if (!place) {
    redirect(node, movedReference(written, base, location));
    report(state, BUNDLE_KEPT, pointer, { reference: written });
  } else if (importedBy(place).length > 0) {
    redirect(node, movedReference(written, base, location));
    const imported = importedBy(place).map(path => `\`${path}\``);
    report(state, BUNDLE_IMPORT, pointer, { file: place.location, imported: imported.join(' and ') });
  } else if (place.location === location) {
    redirect(node, fragment(place.pointer));
  } else {
    const home = homeFor(state, place, slot);
    if (home === pointer) inline(state, place, slot);
    else if (only && slot.kind === 'Message') state.late.push({ slot, home });
    else referTo(state, slot, home);
  }
}

/** What a Protobuf file imports beside what every compiler brings along. */
function importedBy({ node }: Place): string[] {
  const found = (textOf(node) ?? '').matchAll(/^\s*import\s+(?:public\s+|weak\s+)?["']([^"']+)["']/gm);
  return [...found].flatMap(([, path]) => (path === undefined || path.startsWith('google/protobuf/') ? [] : [path]));
}

/** Findings with their places in the text as it was, where they have one. */
function placed(findings: readonly Finding[], location: string, text: string): Finding[] {
  const parsed = parse(location, text);
  const found = findings.map(finding => {
    const range = locate(parsed, finding.origin);
    return range ? { ...finding, range } : finding;
  });
  return found.sort(compareFindings);
}
