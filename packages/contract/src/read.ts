import { compareFindings, deepFreeze, digestOf, digestOfText, lazily, type Origin } from '@portolan/base';
import { isRegistry, readRegistry } from './cloudevents/read-registry.ts';
import { checkDemands } from './demands/check.ts';
import { isEcho } from './echoes.ts';
import { checkGrammar } from './grammar/check.ts';
import type { Contract, Load, ReadResult } from './model.ts';
import { compact, extensions, text } from './normalise/common.ts';
import { fromV2 } from './normalise/from-v2.ts';
import { fromV3 } from './normalise/from-v3.ts';
import { collectLibrary } from './normalise/library.ts';
import { createContext, info } from './normalise/parts.ts';
import { isOpenApi, readOpenApi } from './openapi/read-openapi.ts';
import { directed } from './perspective/direction.ts';
import { createReporter, type Reporter } from './reporter.ts';
import { type Cursor, isObject, member, originOf } from './resolve/cursor.ts';
import { createResolver, type TrackingResolver } from './resolve/resolver.ts';
import { loadSources, type Sources, sourceFiles } from './resolve/sources.ts';
import { locate, writtenAt } from './source/spans.ts';
import { unusedComponents } from './unused.ts';
import { type Edition, editionOf } from './version.ts';

/**
 * Reads a document in YAML or JSON with the files it refers to: AsyncAPI 2.0 to 3.1, the webhooks and callbacks of OpenAPI
 * 3.0 and 3.1, and CloudEvents definitions in the form of an xRegistry. Never throws for what stands in a document:
 * everything that could be read is in the Contract, everything that was wrong is a finding.
 *
 * @param location where the entry stands, in the terms that `load` understands: a path relative to the root
 * @param load gives the text of a file, or undefined when there is none; asked once per file
 */
export async function read(location: string, load: Load): Promise<ReadResult> {
  return readText(location, (await load(location)) ?? '', load);
}

/** As `read`, for a text that is at hand already. */
export async function readText(location: string, content: string, load: Load): Promise<ReadResult> {
  const sources = await loadSources(location, content, load);
  const root: Cursor = { source: location, pointer: '', value: sources.entry.value };
  const place = (origin: Origin) => {
    const file = sources.files.get(origin.source);
    return file && locate(file, origin);
  };
  const written = (origin: Origin) => {
    const file = sources.files.get(origin.source);
    return file && writtenAt(file, origin);
  };
  const reporter = createReporter(place, written, finding => isEcho(finding, sources.files));
  for (const file of sources.files.values()) for (const finding of file?.findings ?? []) reporter.add(finding);
  const contract = sources.entry.readable ? contractOf(root, sources, reporter) : undefined;
  const findings = reporter.findings().sort(compareFindings);
  return { ...(contract && { contract }), findings, files: sourceFiles(sources), locate: place };
}

type Facts = Omit<Contract, 'digest' | 'sources'>;

function contractOf(root: Cursor, sources: Sources, reporter: Reporter): Contract | undefined {
  const resolver = createResolver(sources.files, reporter.report, sources);
  const facts = isOpenApi(root.value)
    ? readOpenApi(root, resolver, reporter)
    : isRegistry(root.value)
      ? readRegistry(root, resolver, reporter)
      : readAsyncApi(root, resolver, reporter);
  return facts && freeze(facts, sources);
}

function readAsyncApi(root: Cursor, resolver: TrackingResolver, reporter: Reporter): Facts | undefined {
  const { edition, written, findings } = editionOf(root);
  for (const finding of findings) reporter.add(finding);
  if (!edition) return undefined;
  checkGrammar(root, edition.readAs, resolver, reporter.report);
  checkDemands(root, edition.major, resolver, reporter.report);
  return fromAsyncApi(root, edition, written, resolver);
}

/** Puts the facts together. */
function fromAsyncApi(root: Cursor, edition: Edition, asyncapi: string, resolver: TrackingResolver): Facts {
  const context = createContext(root, edition.major, resolver);
  const parts = edition.major === 2 ? fromV2(context) : fromV3(context);
  if (parts.channels.length === 0) collectLibrary(context);
  const named = new Set(
    [...parts.servers, ...parts.operations].flatMap(({ security }) => security.map(({ scheme }) => scheme)),
  );
  return compact({
    asyncapi,
    id: text(member(root, 'id').value),
    info: info(root, edition.major, resolver),
    defaultContentType: context.defaultContentType,
    ...parts,
    operations: directed(parts),
    messages: context.messages.messages(),
    schemas: context.schemas.definitions(),
    unused: unusedComponents(root, resolver.visited, named),
    extensions: extensions(root),
    origin: originOf(root),
  });
}

/**
 * Names the facts by their digest, which is worked out when it is asked for: who only wants to know what is wrong never
 * does. Of a damaged document nobody can say what is used by nothing.
 */
function freeze(whole: Facts, sources: Sources): Contract {
  const damaged = [...sources.files.values()].some(file => file?.lost);
  const facts: Facts = damaged ? { ...whole, incomplete: true, unused: [] } : whole;
  const files = sourceFiles(sources).map(({ location, text }) =>
    Object.freeze(lazily({ location }, 'digest', () => digestOfText(text))),
  );
  const named = lazily({}, 'digest', () => digestOf(facts, isPlace));
  return Object.freeze(Object.assign(named, deepFreeze(facts), { sources: Object.freeze(files) }));
}

/** Two documents that say the same are the same, wherever their facts stand. User data may hold members of these names. */
function isPlace(key: string, member: unknown): boolean {
  if (key === 'unused') return Array.isArray(member) && member.every(isOrigin);
  return key === 'origin' && isOrigin(member);
}

function isOrigin(value: unknown): value is Origin {
  return isObject(value) && typeof value.source === 'string' && typeof value.pointer === 'string';
}
