import { nearest } from '@portolan/base';
import { index } from '../../lookup.ts';
import type { Chart } from '../../model.ts';
import type { Definitions } from '../definitions.ts';
import type { Subject } from '../find.ts';
import { type Meant, meant, meantExactly } from '../meant.ts';
import { pathIn } from '../places.ts';
import type { Target } from './model.ts';

/** What a question about an impact is about, or why that cannot be told. */
export type Aimed =
  | { readonly aimed: 'at'; readonly target: Target; readonly field?: string; readonly takenFor?: string }
  | { readonly aimed: 'several'; readonly name: string; readonly candidates: readonly Candidate[] }
  | { readonly aimed: 'none'; readonly name: string; readonly candidates: readonly Candidate[] }
  /** The thing is there and no document knows the field in it. */
  | { readonly aimed: 'no-field'; readonly target: Target; readonly field: string; readonly near?: string };

/** Something that a name may mean. */
export interface Candidate {
  readonly kind: 'message' | 'channel' | 'schema';
  readonly id: string;
  readonly name: string;
}

/**
 * Takes `OrderPlaced.total` apart: the longest beginning that names a message, a channel or a schema, and the path of a
 * field. Names hold points too, so a whole name comes before a shorter one with a field. `schema:Address.city` says that a
 * schema is meant; `message:` and `channel:` do the same for those.
 *
 * @param field where the path is given apart from the name
 */
export function aimAt(chart: Chart, definitions: Definitions, typed: string, field?: string): Aimed {
  const cuts = field === undefined ? cutsOf(typed) : [{ name: typed, field }];
  for (const reads of [exactly, asSchema]) {
    for (const cut of cuts) {
      const answer = reads(chart, definitions, cut.name);
      if (answer) return finished(definitions, answer, cut);
    }
  }
  // What is mistyped is rather a whole name, or a name with a short path, than a short name with a long path.
  let nothing: Aimed | undefined;
  for (const cut of cuts.slice(0, TYPED)) {
    const found = meant(chart, KINDS, cut.name);
    if (found.meant === 'one') {
      const { subject, takenFor = subject.node.name } = found;
      return finished(definitions, { target: targetOf(chart, subject), takenFor }, cut);
    }
    const candidates = meantBy(found);
    if (!nothing || (nothing.aimed === 'none' && nothing.candidates.length === 0))
      nothing = { aimed: 'none', name: cut.name, candidates };
  }
  return nothing ?? { aimed: 'none', name: typed, candidates: [] };
}

const KINDS = ['message', 'channel'] as const;

/** How many ways to take a mistyped text apart are tried. */
const TYPED = 3;

interface Cut {
  readonly name: string;
  readonly field?: string;
}

/** `a.b.c` as `a.b.c`, `a.b` with `c`, `a` with `b.c`. */
function cutsOf(typed: string): Cut[] {
  const cuts: Cut[] = [{ name: typed }];
  for (let at = typed.lastIndexOf('.'); at > 0; at = typed.lastIndexOf('.', at - 1))
    cuts.push({ name: typed.slice(0, at), field: typed.slice(at + 1) });
  return cuts;
}

type Named =
  | { readonly target: Target; readonly takenFor?: string }
  | { readonly several: readonly Candidate[]; readonly name: string };

/** The message or channel of a name. */
function exactly(chart: Chart, _: Definitions, name: string): Named | undefined {
  const found = meantExactly(chart, KINDS, name);
  if (!found || found.meant === 'none') return undefined;
  return found.meant === 'one' ? { target: targetOf(chart, found.subject) } : { several: meantBy(found), name };
}

/** The schema of a name. */
function asSchema(chart: Chart, definitions: Definitions, name: string): Named | undefined {
  const target = schemaTarget(chart, definitions, name.replace(/^schema:/i, ''));
  return target && { target };
}

function finished(definitions: Definitions, answer: Named, { field }: Cut): Aimed {
  if ('several' in answer) return { aimed: 'several', name: answer.name, candidates: answer.several };
  const { target, takenFor } = answer;
  const told = { aimed: 'at' as const, target, ...(takenFor !== undefined && { takenFor }) };
  if (field === undefined) return told;
  const paths = new Set<string>();
  let dark = false;
  for (const { message, prefix } of target.parts) {
    for (const { places } of definitions.of(message)) {
      if (!places) dark = true;
      const known = places && pathIn(places, joined(prefix, field));
      if (known !== undefined) return { ...told, field: prefix === '' ? known : field };
      for (const path of places?.keys() ?? []) if (path.startsWith(prefix)) paths.add(without(prefix, path));
    }
  }
  // Where nobody can look inside, nobody knows that it has no such field.
  if (dark && paths.size === 0) return { ...told, field };
  const near = nearest(field, paths);
  return { aimed: 'no-field', target, field, ...(near !== undefined && { near }) };
}

/** A path below another. */
export function joined(prefix: string, path: string): string {
  if (prefix === '' || path === '') return prefix + path;
  return /^[[{]/.test(path) ? prefix + path : `${prefix}.${path}`;
}

function without(prefix: string, path: string): string {
  return path.slice(prefix.length).replace(/^\./, '');
}

function targetOf(chart: Chart, { kind, node }: Subject<'message' | 'channel'>): Target {
  const { linksOfMessage } = index(chart);
  if (kind === 'message') {
    const channels = new Set([...node.channels, ...(linksOfMessage.get(node.id) ?? []).map(({ channel }) => channel)]);
    return { kind, id: node.id, name: node.name, parts: [{ message: node.id, prefix: '' }], channels: [...channels] };
  }
  const parts = node.messages.map(message => ({ message, channel: node.id, prefix: '' }));
  return { kind, id: node.id, name: node.address ?? node.name, parts, channels: [node.id] };
}

type Part = Target['parts'][number];

const schemaParts = new WeakMap<Chart, ReadonlyMap<string, readonly Part[]>>();

/** The messages that are, or hold, what documents define as a schema of this name. */
function schemaTarget(chart: Chart, definitions: Definitions, name: string): Target | undefined {
  const known = schemaParts.get(chart) ?? partsBySchema(chart, definitions);
  schemaParts.set(chart, known);
  const parts = known.get(name);
  return parts && { kind: 'schema', id: name, name, parts, channels: [] };
}

/** Where each schema is. The senders' documents decide; where nobody sends, any document does. */
function partsBySchema(chart: Chart, definitions: Definitions): Map<string, Part[]> {
  const found = new Map<string, Map<string, Part>>();
  const add = (name: string, message: string, prefix: string) => {
    const parts = found.get(name) ?? new Map<string, Part>();
    found.set(name, parts.set(`${message}\n${prefix}`, { message, prefix }));
  };
  for (const { id: message } of chart.messages) {
    const links = index(chart).linksOfMessage.get(message) ?? [];
    const sent = links
      .filter(({ action }) => action === 'send')
      .flatMap(({ service }) => definitions.of(message, service));
    for (const { schema, places } of sent.length > 0 ? sent : definitions.of(message)) {
      if (schema !== undefined) add(schema, message, '');
      for (const { path, shapes } of places?.values() ?? [])
        for (const { name } of shapes) if (name !== undefined) add(name, message, path);
    }
  }
  return new Map([...found].map(([name, parts]) => [name, [...parts.values()]]));
}

function meantBy(found: Meant<'message' | 'channel'>): Candidate[] {
  if (found.meant === 'one') return [];
  return found.candidates.map(({ kind, node }) => ({ kind, id: node.id, name: node.name }));
}
