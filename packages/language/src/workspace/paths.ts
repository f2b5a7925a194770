/**
 * How one file is named from another, as references write it: `./common.yaml`, `../schemas/order.yaml`.
 *
 * @param dotted whether a file below begins with `./`
 */
export function relativeTo(from: string, to: string, dotted = true): string {
  const parts = wayTo(from, to).split('/');
  const path = parts.map(part => encodeURI(part.toWellFormed()).replaceAll('#', '%23').replaceAll('?', '%3F'));
  return parts[0] === '..' || !dotted ? path.join('/') : `./${path.join('/')}`;
}

/** The way from the folder of one file to another file, with `/` between its parts. */
export function wayTo(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  while (here.length > 0 && there.length > 1 && here[0] === there[0]) {
    here.shift();
    there.shift();
  }
  return [...here.map(() => '..'), ...there].join('/');
}
