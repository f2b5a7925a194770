import { digestOf } from '@portolan/base';
import { withoutSecrets } from '@portolan/checks';
import type { Contract, SchemaDefinition } from '@portolan/contract';
import { sample } from '@portolan/schema';
import type { SchemaPage, SchemaSummary, SchemaTwin } from '../port.ts';
import type { Known } from './known.ts';
import { schemaView } from './schema-view.ts';
import { documentSummary, messageSummary } from './summaries.ts';

/** The schemas of one document by id; undefined when there is no such document. */
export function schemasOf(known: Known, document: string): SchemaSummary[] | undefined {
  if (!known.snapshot.documents.has(document)) return undefined;
  const contract = known.snapshot.documents.get(document)?.contract;
  return contract ? contract.schemas.map(schema => summaryOf(contract, document, schema)) : [];
}

/** Everything about one schema of a document; undefined when there is none. Schemas are drawn here. */
export function schemaPage(known: Known, id: string, schema: string): SchemaPage | undefined {
  const document = known.snapshot.documents.get(id);
  const contract = document?.contract;
  const definition = contract?.schemas.find(candidate => candidate.id === schema);
  const view = contract && schemaView(contract, schema);
  if (!document || !contract || !definition || !view) return undefined;
  const example = sample(view.shape);
  const users = usersOf(contract);
  const within = reaching(users, schema);
  return withoutSecrets({
    schema: view,
    document: documentSummary(known, document),
    file: definition.origin.source,
    examples: example === undefined ? [] : [{ payload: example, generated: true }],
    messages: messagesWith(known, id, contract, within),
    usedIn: contract.schemas
      .filter(other => users.get(schema)?.has(other.id) && other.id !== schema)
      .map(other => summaryOf(contract, id, other)),
    elsewhere: isNamed(definition) ? twinsOf(known, id, definition) : [],
  });
}

function summaryOf(contract: Contract, document: string, schema: SchemaDefinition): SchemaSummary {
  const within = reaching(usersOf(contract), schema.id);
  const messages = contract.messages.filter(
    ({ payload, headers }) => within.has(payload ?? '') || within.has(headers ?? ''),
  );
  return { id: schema.id, document, format: schema.format, named: isNamed(schema), messages: messages.length };
}

/** Whether others can refer to it by a name. */
function isNamed({ origin }: SchemaDefinition): boolean {
  return /\/(?:schemas|definitions|\$defs)\/[^/]+$/.test(origin.pointer);
}

function messagesWith(known: Known, document: string, contract: Contract, schemas: ReadonlySet<string>) {
  const ids = new Set(
    contract.messages
      .filter(({ payload, headers }) => schemas.has(payload ?? '') || schemas.has(headers ?? ''))
      .map(message => message.id),
  );
  return known.snapshot.chart.messages
    .filter(({ described }) => described.some(each => each.document === document && ids.has(each.id)))
    .map(message => messageSummary(known, message));
}

const users = new WeakMap<Contract, ReadonlyMap<string, ReadonlySet<string>>>();

/** Which schemas refer to each schema of a contract, by `$ref` or by a name that it imports. */
function usersOf(contract: Contract): ReadonlyMap<string, ReadonlySet<string>> {
  const before = users.get(contract);
  if (before) return before;
  const found = new Map<string, Set<string>>();
  for (const schema of contract.schemas) {
    for (const used of [...refsIn(schema.definition), ...Object.values(schema.imports ?? {}).flat()]) {
      found.set(used, (found.get(used) ?? new Set()).add(schema.id));
    }
  }
  users.set(contract, found);
  return found;
}

/** A schema with all that have it somewhere inside. */
function reaching(used: ReadonlyMap<string, ReadonlySet<string>>, schema: string): ReadonlySet<string> {
  const found = new Set([schema]);
  // A set that grows is walked to its end.
  for (const id of found) for (const user of used.get(id) ?? []) found.add(user);
  return found;
}

const REF = '#/schemas/';

function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (key !== '$ref' || typeof member !== 'string' || !member.startsWith(REF)) return refsIn(member);
    return [member.slice(REF.length).replaceAll('~1', '/').replaceAll('~0', '~')];
  });
}

function twinsOf({ charted }: Known, document: string, schema: SchemaDefinition): SchemaTwin[] {
  const own = digestOf(schema.definition);
  return charted.flatMap(({ id, contract }) => {
    const twin = id === document ? undefined : contract.schemas.find(other => other.id === schema.id && isNamed(other));
    if (!twin) return [];
    return [{ document: id, title: contract.info.title || id, id: twin.id, same: digestOf(twin.definition) === own }];
  });
}
