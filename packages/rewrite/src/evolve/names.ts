/** A version as it stands in names: `v2`, `V2`, `_v2`. */
const AT_END = /(^|[._/-]|(?<=[a-z0-9]))([vV])(\d+)$/;

/** A version that is a part of an address: `orders.v1.placed`. */
const IN_ADDRESS = /(^|[./_-])([vV])\d+(?=$|[./_-])/;

/**
 * A name for another version of a thing, in the style of its name: `OrderPlaced` becomes `OrderPlacedV2`, `order-placed.v1`
 * becomes `order-placed.v2`.
 *
 * @param to the version: `v2`
 */
export function versionedName(name: string, to: string): string {
  const number = to.replace(/^[vV]/, '');
  if (AT_END.test(name)) return name.replace(AT_END, (_, mark: string, v: string) => `${mark}${v}${number}`);
  const mark = /[./_-](?=[^./_-]*$)/.exec(name)?.[0];
  return mark === undefined ? `${name}V${number}` : `${name}${mark}v${number}`;
}

/**
 * An address for another version of a channel: the version that stands in it becomes the other one, else it is put at
 * the end: `orders.placed` becomes `orders.placed.v2`.
 */
export function versionedAddress(address: string, to: string): string {
  const number = to.replace(/^[vV]/, '');
  if (hasVersion(address)) return address.replace(IN_ADDRESS, (_, mark: string, v: string) => `${mark}${v}${number}`);
  const mark = /[/.]/.exec(address)?.[0] ?? /[_-]/.exec(address)?.[0] ?? '.';
  return `${address.replace(/\/$/, '')}${mark}v${number}`;
}

/** Whether an address says a version. */
export function hasVersion(address: string): boolean {
  return IN_ADDRESS.test(address);
}
