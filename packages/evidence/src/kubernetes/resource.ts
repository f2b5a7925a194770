import { isObject, type JsonObject } from '@portolan/base';
import type { AmqpTopology } from '../parts/amqp-topology.ts';
import type { Gleaning, Place } from '../parts/gleaning.ts';
import { at, isStatic, objectAt, textAt } from '../parts/values.ts';
import type { YamlDocument } from '../parts/yaml-stream.ts';

/** One resource of Kubernetes, with the notes that are taken of it. */
export interface Resource {
  readonly kind: string;
  /** `metadata.name`; it names most things that say no other name. */
  readonly name: string | undefined;
  /** Team by the labels or annotations. */
  readonly owner: string | undefined;
  readonly spec: JsonObject;
  readonly notes: Gleaning;
  /** Where a member of the resource stands. */
  at(...keys: readonly (string | number)[]): Place;
}

/** Turns the resources of one API into facts. What only the whole file shows is added when all have been read. */
export type ResourceReader = (resource: Resource, amqp: AmqpTopology) => void;

/** Labels and annotations that name a team, the most telling first. */
const OWNERS = ['owner', 'team', 'app.kubernetes.io/owner', 'app.kubernetes.io/team'];

/** The resources that a document holds: itself, or the items of a `List`. */
export function resourcesIn(
  { value, at: placeAt }: YamlDocument,
  notes: Gleaning,
): (Resource & { readonly api: string })[] {
  const items = value.kind === 'List' && Array.isArray(value.items) ? value.items : undefined;
  if (!items) return resourceOf(value, placeAt, notes);
  return items.flatMap((item, index) =>
    isObject(item) ? resourceOf(item, (...keys) => placeAt('items', index, ...keys), notes) : [],
  );
}

function resourceOf(value: JsonObject, placeAt: Resource['at'], notes: Gleaning) {
  const { apiVersion, kind, spec } = value;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return [];
  const api = apiVersion.split('/')[0] as string;
  const owner = OWNERS.map(
    key => textAt(value, 'metadata', 'labels', key) ?? textAt(value, 'metadata', 'annotations', key),
  );
  return [
    {
      api,
      kind,
      name: textAt(value, 'metadata', 'name'),
      owner: owner.find(team => team !== undefined && isStatic(team)),
      spec: isObject(spec) ? spec : {},
      notes,
      at: placeAt,
    },
  ];
}

/** A text of the spec that has to be static to say anything; what is not is noted as not read. */
export function specText({ spec, kind, notes, at: placeAt }: Resource, ...keys: readonly string[]): string | undefined {
  const found = at(spec, ...keys);
  const text = textAt(spec, ...keys);
  if (found !== undefined && found !== null && text === undefined) {
    notes.wrong(`${kind}: spec.${keys.join('.')}`, 'a text', placeAt('spec', ...keys));
  }
  if (text === undefined || isStatic(text)) return text;
  notes.unread(`${kind}: spec.${keys.join('.')}`, placeAt('spec', ...keys));
  return undefined;
}

/** The name of a resource, where it is static. */
export function nameOf({ name, kind, notes, at: placeAt }: Resource): string | undefined {
  if (name === undefined || isStatic(name)) return name;
  notes.unread(`${kind}: metadata.name`, placeAt('metadata', 'name'));
  return undefined;
}

/** The name of the resource that a reference of the spec means: `{ ref: { name } }` or `{ name }`. */
export function refOf(resource: Resource, ...keys: readonly string[]): { kind: string; name: string } | undefined {
  const way = isObject(at(resource.spec, ...keys, 'ref')) ? [...keys, 'ref'] : keys;
  const name = specText(resource, ...way, 'name');
  return name === undefined ? undefined : { kind: textAt(objectAt(resource.spec, ...way), 'kind') ?? '', name };
}
