import { isObject } from '@portolan/base';
import type { SchemaDefinition } from '@portolan/contract';
import type { Matches } from '../match/match.ts';
import { type Side, schemaOf, textOf } from '../side.ts';
import { definitionEdits } from './compare-definitions.ts';
import type { SchemaEdit } from './model.ts';

/**
 * Every edited place inside the schemas of two Contracts, each once, however many messages use the schema. Schemas are
 * matched by where they are used: what the payload of a message was before is what it is after, whatever it is called.
 */
export function schemaEdits(before: Side, after: Side, matches: Matches): SchemaEdit[] {
  const found: SchemaEdit[] = [];
  const seen = new Set<string>();
  const taken = new Set<string>();
  const texts = new Set<string>();
  const waiting: [string, string][] = [];
  const walk = { before, after, edit: (edit: SchemaEdit) => void found.push(edit), pair };
  for (const { before: from, after: to } of matches.messages.pairs) {
    for (const part of ['payload', 'headers'] as const) {
      const [left, right] = [from[part], to[part]];
      if (left !== undefined && right !== undefined) enqueue(left, right);
    }
  }
  drain();
  // What no message uses: the schemas of a library.
  const used = new Set([...seen].map(key => key.slice(key.indexOf('\n') + 1)));
  for (const { id } of after.contract.schemas) if (before.schemas.has(id) && !used.has(id)) enqueue(id, id);
  drain();
  return found;

  function drain(): void {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [left, right] = [before.schemas.get(next[0]), after.schemas.get(next[1])];
      if (!left || !right) continue;
      // A text that defines several messages is one schema for each of them, and compared once.
      const text = `${textOf(left)}\n${textOf(right)}`;
      if (left.format !== 'protobuf' || !texts.has(text)) definitionEdits({ before: left, after: right }, walk);
      texts.add(text);
      for (const [name, ids] of Object.entries(left.imports ?? {}))
        for (const [index, id] of ids.entries()) {
          const other = right.imports?.[name]?.[index];
          if (other !== undefined) enqueue(id, other);
        }
    }
  }

  function enqueue(left: string, right: string): void {
    const key = `${left}\n${right}`;
    if (seen.has(key)) return;
    seen.add(key);
    const [from, to] = [before.schemas.get(left), after.schemas.get(right)];
    if (from && to && isRenamed(from, to) && !taken.has(right)) {
      taken.add(right);
      const places = { before: { schema: left, pointer: '' }, after: { schema: right, pointer: '' } };
      found.push({ kind: 'name', ...places, path: '', facts: [] });
    }
    waiting.push([left, right]);
  }

  function isRenamed(from: SchemaDefinition, to: SchemaDefinition): boolean {
    const [old, fresh] = [componentOf(from), componentOf(to)];
    return (
      old !== undefined &&
      fresh !== undefined &&
      old !== fresh &&
      !after.schemas.has(from.id) &&
      !before.schemas.has(to.id)
    );
  }

  function pair(left: string, right: string): boolean {
    const [from, to] = [before.schemas.get(left)?.origin, after.schemas.get(right)?.origin];
    const stays = from !== undefined && from.source === to?.source && from.pointer === to.pointer;
    const known = stays || left === right || (!after.schemas.has(left) && !before.schemas.has(right));
    if (known && before.schemas.has(left) && after.schemas.has(right)) {
      enqueue(left, right);
      return true;
    }
    return known || before.meaningOf(left) === after.meaningOf(right);
  }
}

/** The name that people gave a schema; schemas written in place have none. */
function componentOf({ origin }: SchemaDefinition): string | undefined {
  return /^\/components\/schemas\/([^/]+)(\/schema)?$/.exec(origin.pointer)?.[1];
}

/** Ids of everything that a schema refers to, itself included. */
export function reachable(root: string, side: Side): Set<string> {
  const found = new Set<string>();
  const open = [root];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    const schema = side.schemas.get(id);
    if (!schema) continue;
    for (const ids of Object.values(schema.imports ?? {})) open.push(...ids);
    if (schema.format === 'protobuf') open.push(...side.withinText(schema));
    collect(schema.definition, open);
  }
  return found;
}

function collect(value: unknown, into: string[]): void {
  if (Array.isArray(value)) for (const item of value) collect(item, into);
  else if (isObject(value)) {
    const target = schemaOf(value.$ref);
    if (target !== undefined) into.push(target);
    for (const member of Object.values(value)) collect(member, into);
  }
}
