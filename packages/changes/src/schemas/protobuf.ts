import type { SchemaDefinition } from '@portolan/contract';
import { declarationsOf, type ProtoDeclaration } from '@portolan/schema/protobuf';
import { oneToOne } from '../match/one-to-one.ts';
import type { Place } from './model.ts';
import type { Walk } from './walk.ts';

/** Tells every edited declaration between two Protobuf texts. Fields and values are known by their numbers. */
export function protobufEdits(before: SchemaDefinition, after: SchemaDefinition, walk: Walk): void {
  if (before.definition === after.definition) return;
  const [left, right] = [before, after].map(({ definition }) => declarationsOf(String(definition)));
  const { pairs, removed, added } = oneToOne(left ?? [], right ?? [], [
    ({ kind, name, number }) => `${kind} ${name} ${number}`,
    ({ kind, within, number }) =>
      kind === 'file' ? kind : number === undefined ? undefined : `${kind} ${within} ${number}`,
    ({ kind, name }) => `${kind} ${name}`,
  ]);
  const places = (pair: { before: ProtoDeclaration; after: ProtoDeclaration }) => ({
    before: placeOf(pair.before, before.id),
    after: placeOf(pair.after, after.id),
    path: shownName(pair.after),
  });
  for (const pair of pairs) {
    const facts = factsOf(pair.before, pair.after);
    if (facts.length > 0) walk.edit({ kind: 'structure', ...places(pair), facts });
    if (pair.before.comment !== pair.after.comment)
      walk.edit({ kind: 'words', ...places(pair), facts: ['its comment'] });
  }
  const [gone, fresh] = [outermost(removed), outermost(added)];
  for (const one of gone)
    walk.edit({ kind: 'structure', before: placeOf(one, before.id), path: shownName(one), facts: ['removed'] });
  for (const one of fresh)
    walk.edit({ kind: 'structure', after: placeOf(one, after.id), path: shownName(one), facts: ['added'] });
}

/** What came or went with the type around it is told there. */
function outermost(declarations: readonly ProtoDeclaration[]): ProtoDeclaration[] {
  const types = declarations.filter(({ kind }) => kind === 'message' || kind === 'enum').map(({ name }) => name);
  const inside = ({ name, within }: ProtoDeclaration) =>
    types.includes(within) || types.some(type => name.startsWith(`${type}.`));
  return declarations.filter(declaration => !inside(declaration));
}

function factsOf(before: ProtoDeclaration, after: ProtoDeclaration): string[] {
  const facts: string[] = [];
  if (before.kind !== 'file' && before.name !== after.name)
    facts.push(`called \`${lastName(after)}\` instead of \`${lastName(before)}\``);
  if (before.number !== after.number) facts.push(`number: ${before.number} → ${after.number}`);
  for (const key of new Set([...Object.keys(before.facts), ...Object.keys(after.facts)])) {
    const [from = 'none', to = 'none'] = [before.facts[key], after.facts[key]];
    if (from !== to) facts.push(`${key}: ${from} → ${to}`);
  }
  return facts;
}

function placeOf({ kind, name, range }: ProtoDeclaration, schema: string): Place {
  return { schema, pointer: kind === 'file' ? '' : name, ...(range && { inside: range }) };
}

function shownName(declaration: ProtoDeclaration): string {
  const { kind, within } = declaration;
  if (kind === 'file') return '';
  return within === '' ? lastName(declaration) : `${within.split('.').at(-1)}.${lastName(declaration)}`;
}

function lastName({ name }: ProtoDeclaration): string {
  return name.split('.').at(-1) ?? name;
}
