export { isObject as isMap, type JsonObject as Json } from '@portolan/base';

/** The texts of a list, none for anything else. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}

/** A value as people read it in a sentence: JSON, cut when it is long. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Names in a sentence: `` `a`, `b` and `c` ``, at most five of them unless told otherwise. */
export function listed(names: readonly string[], most = 5): string {
  const few = names.slice(0, most).map(name => `\`${name}\``);
  if (names.length > most) return `${few.join(', ')} and ${names.length - most} more`;
  const last = few.pop() ?? '';
  return few.length > 0 ? `${few.join(', ')} and ${last}` : last;
}
