import { faults } from '../faults.ts';
import type { FieldChange, Mapping } from './model.ts';

const TYPES = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];

/**
 * Reads a change as people write it: `rename:amount=total`, `remove:note`, `retype:amount=integer`, `add:currency=string`,
 * `require:currency`. Throws REWRITE_EVOLVE_CHANGE.
 */
export function fieldChange(text: string): FieldChange {
  const found = /^(rename|remove|retype|add|require):([^=]+)(?:=(.+))?$/.exec(text);
  const [, kind = '', field = '', to] = found ?? [];
  const refuse = (reason: string) => faults.EVOLVE_CHANGE({ change: text, reason });
  if (!found) throw refuse('it begins with none of `rename:`, `remove:`, `retype:`, `add:` and `require:`');
  if (kind === 'remove' || kind === 'require') {
    if (to !== undefined) throw refuse(`\`${kind}\` takes a field and nothing else`);
    return { kind, field };
  }
  if (kind === 'rename') {
    if (to === undefined || /[.[\]]/.test(to)) throw refuse('it needs the new name of the field, without its path');
    return { kind, field, to };
  }
  if (to === undefined || !TYPES.includes(to)) throw refuse(`it needs a type: ${TYPES.join(', ')}`);
  return { kind: kind === 'add' ? 'add' : 'retype', field, to };
}

/** The keys of a path: `items[].price` is `items`, `[]`, `price`. */
export function keysOfPath(path: string): string[] {
  return path
    .replaceAll('[]', '.[]')
    .split('.')
    .filter(key => key !== '');
}

/** The path of a field after a change. */
export function renamed({ field, to }: { readonly field: string; readonly to: string }): string {
  return field.includes('.') ? `${field.slice(0, field.lastIndexOf('.'))}.${to}` : to;
}

/** How the new message reads in the old one's fields. */
export function mappingOf(from: string, changes: readonly FieldChange[]): Mapping {
  const of = <K extends FieldChange['kind']>(kind: K) =>
    changes.filter((change): change is Extract<FieldChange, { kind: K }> => change.kind === kind);
  const fields = Object.fromEntries(of('rename').map(change => [renamed(change), change.field]));
  const [retyped, added, removed] = (['retype', 'add', 'remove'] as const).map(kind =>
    of(kind).map(({ field }) => field),
  );
  return {
    from,
    ...(Object.keys(fields).length > 0 && { fields }),
    ...(retyped?.length && { retyped }),
    ...(added?.length && { added }),
    ...(removed?.length && { removed }),
  };
}
