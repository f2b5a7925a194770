import { type Field, may, type ObjectKind, object, text } from '../kinds.ts';

/** Where bindings stand. */
export const PLACES = ['server', 'channel', 'operation', 'message'] as const;
export type Place = (typeof PLACES)[number];

/** What one protocol says at each place. */
export type Protocol = Readonly<Record<Place, ObjectKind>>;

type Fields = Readonly<Record<string, Field>>;

/**
 * The bindings of one protocol. A place that is left out is reserved: nothing may stand there yet.
 *
 * @param label what people call it
 * @param versions all versions of the binding, oldest first; the last one is assumed where a document says none
 */
export function protocol(
  label: string,
  versions: readonly string[],
  places: Partial<Readonly<Record<Place, Fields>>>,
  more: Partial<Readonly<Record<Place, Pick<ObjectKind, 'atMostOneOf'>>>> = {},
): Protocol {
  const at = (place: Place): ObjectKind =>
    object(
      `${label} ${place} binding`,
      { ...places[place], bindingVersion: may(text, 'The version of this binding; absent means the latest.') },
      { versions, ...more[place] },
    );
  return { server: at('server'), channel: at('channel'), operation: at('operation'), message: at('message') };
}
