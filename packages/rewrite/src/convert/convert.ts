import { compareFindings, type Finding, pointerOf } from '@portolan/base';
import type { Contract, SourceFile } from '@portolan/contract';
import { locate, parse } from '@portolan/contract/text';
import { isMap, type Pair } from 'yaml';
import { faults } from '../faults.ts';
import { own, settleAliases, sourcesOf } from '../tree/aliases.ts';
import { createFiles } from '../tree/files.ts';
import { isReference, walk } from '../tree/kinds.ts';
import { child, insert, keyOf, type MapNode, pairOf, pairs, referenceOf, retext, take } from '../tree/nodes.ts';
import { open, type Tree } from '../tree/open.ts';
import { print } from '../tree/print.ts';
import { versionOf } from '../tree/version.ts';
import { convertChannels } from './channels.ts';
import { dropChoices } from './choices.ts';
import { type Context, type Convert, report, section, type View } from './context.ts';
import { tellDirections } from './directions.ts';
import { CONVERT_LOST } from './findings.ts';
import { convertComponent, convertMember } from './members.ts';
import { convertMessage } from './messages.ts';
import { followMoves } from './moves.ts';
import { convertParameter } from './parameters.ts';
import { convertScheme, settleSchemes } from './security.ts';
import { convertServer } from './servers.ts';
import { convertMessageTrait, convertOperationTrait } from './traits.ts';

/** A text that was made out of another one, and what there is to say about it. */
export interface Rewritten {
  readonly text: string;
  /** With places in the text that it was made from. */
  readonly findings: readonly Finding[];
}

export interface ConvertOptions {
  readonly to: '3.1.0';
  /** What the document is called among the files. */
  readonly location?: string;
  /** The files that the document refers to: what is not right for 3.x there is copied, the files stay as they are. */
  readonly files?: readonly SourceFile[];
  /** Whose side the verbs of 2.x are read from; `application` when absent, as the specification has it. */
  readonly view?: View;
  /** The document as it was read, for what its words say about directions. */
  readonly contract?: Contract;
}

/**
 * Converts a document of AsyncAPI 2.0 to 2.6 into 3.1.0, by the official reading unless another view is asked for: who
 * has `publish` receives, who has `subscribe` sends. Ids, comments, and everything that needs no change stay; whatever has no place in 3.x is a finding.
 * A document of 3.0 only gets the new number.
 *
 * Throws REWRITE_UNREADABLE, REWRITE_VERSION and REWRITE_ALIASES.
 */
export function convert(text: string, options: ConvertOptions): Rewritten {
  const { location = 'asyncapi.yaml', contract } = options;
  const tree = open(text, location);
  const root = tree.doc.contents;
  const version = versionOf(root);
  if (!isMap(root) || !version) throw faults.VERSION({ location, reason: 'it is no document of AsyncAPI 2 or 3' });
  if (version.number > 3.1) throw faults.VERSION({ location, reason: `its version ${version.written} is newer` });
  const stated = pairOf(root, 'asyncapi') as Pair<unknown, unknown>;
  stated.value = version.written === '3.1.0' ? stated.value : retext(stated.value, '3.1.0');
  if (version.major === 3) return { text: print(tree), findings: [] };
  const sources = sourcesOf(tree.doc);
  const context = contextOf(open(text, location), tree, root as MapNode, options);
  convertRoot(context);
  if (contract) tellDirections(context, contract);
  settleAliases(tree.doc, sources);
  return { text: print(tree), findings: placed(context, text) };
}

function contextOf(before: Tree, tree: Tree, root: MapNode, options: ConvertOptions): Context {
  const { files = [], view = 'application' } = options;
  return {
    location: tree.location,
    view,
    // What aliases stand for must not have been converted already when it is copied.
    tree: { ...tree, aliased: before.aliased },
    root,
    files: createFiles(before, files),
    moves: [],
    placed: new Map(),
    operationIds: new Set(),
    ids: new Map(),
    schemeUses: [],
    formats: new Set(),
    messageIds: new Set(),
    keys: new Map(),
    schemaFormats: formatsOf(before),
    wrapped: new Map(),
    orphans: [],
    findings: [],
    waiting: [],
    adopted: new Map(),
  };
}

/** The languages in which each schema of the components is referred to. */
function formatsOf({ doc }: Tree): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  walk(doc.contents, 'Document', 2, {
    reference({ node, schemaFormat = '' }) {
      const name = /^#\/components\/schemas\/([^/%~]+)/.exec(referenceOf(node) ?? '')?.[1];
      if (name !== undefined) found.set(name, (found.get(name) ?? new Set()).add(schemaFormat));
    },
  });
  return found;
}

function convertRoot(context: Context): void {
  const { root, tree } = context;
  own(root, tree);
  moveToInfo(context);
  own(child(root, 'servers'), tree);
  for (const pair of pairs(child(root, 'servers'))) {
    convertMember(context, 'servers', pair.value, pointerOf('/servers', keyOf(pair)), convertServer, keyOf(pair));
  }
  convertComponents(context);
  convertChannels(context);
  dropChoices(context);
  settleSchemes(context);
  for (const operation of context.orphans) insert(section(context, 'operations'), operation);
  for (const { what, pointer, needed } of context.waiting) {
    if (!needed()) report(context, CONVERT_LOST, pointer, { what });
  }
  followMoves(context);
}

/** What groups and explains the application stands in `info` in 3.x. */
function moveToInfo(context: Context): void {
  const info = child(context.root, 'info');
  own(info, context.tree);
  if (!isMap(info)) return;
  for (const key of ['tags', 'externalDocs']) {
    const pair = take(context.root, key);
    if (!pair) continue;
    if (pairOf(info, key)) report(context, CONVERT_LOST, `/${key}`, { what: `\`${key}\` beside those of \`info\`` });
    else insert(info as MapNode, pair);
    context.moves.push({ from: `/${key}`, to: `/info/${key}` });
  }
}

/** Sections of the components whose things are written differently in 3.x; channels come with those of the document. */
const SECTIONS: Readonly<Record<string, Convert>> = {
  servers: convertServer,
  securitySchemes: convertScheme,
  parameters: convertParameter,
  messages: convertMessage,
  operationTraits: convertOperationTrait,
  messageTraits: convertMessageTrait,
};

function convertComponents(context: Context): void {
  const { root, tree } = context;
  const components = child(root, 'components');
  own(components, tree);
  own(child(components, 'channels'), tree);
  for (const [name, convert] of Object.entries(SECTIONS)) {
    const map = child(components, name);
    own(map, tree);
    for (const pair of pairs(map)) {
      // A list of messages in the place of one is dealt with where it is used.
      if (name === 'messages' && !isReference(pair.value) && pairOf(pair.value, 'oneOf')) continue;
      pair.value = convertComponent(context, pair.value, pointerOf('/components', name, keyOf(pair)), convert);
    }
  }
}

function placed({ findings, location }: Context, text: string): Finding[] {
  const parsed = parse(location, text);
  const found = findings.map(finding => {
    const range = locate(parsed, finding.origin);
    return range ? { ...finding, range } : finding;
  });
  return found.sort(compareFindings);
}
