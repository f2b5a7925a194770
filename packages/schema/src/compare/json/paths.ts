/** Paths of values as people read them: `items[].price`. */

export function memberPath(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** Of the item at a place, or of any. */
export function itemPath(path: string, at?: number): string {
  return `${path}[${at ?? ''}]`;
}
