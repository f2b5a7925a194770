import type { Sketch } from './node.ts';

/** Another text in place of a name or a text, in the same quotes; quotes are added where it needs them. */
export function rewritten({ text, json }: Sketch, start: number, end: number, value: string): string {
  const first = text[start];
  if (json || first === '"') return JSON.stringify(value);
  if (first === "'" || !isPlain(value)) return `'${value.replaceAll("'", "''")}'`;
  return value;
  // What stood in single quotes or none never held a line break, and neither does a name.
  function isPlain(name: string): boolean {
    if (text.slice(start, end) === name) return true;
    if (/^(null|true|false|yes|no|on|off|y|n|~)$/i.test(name) || name.startsWith('<<')) return false;
    return /^[\p{L}_$/.](?:[\p{L}\p{N}_$/.{}+()=~@<>-]|#(?=\/))*$/u.test(name);
  }
}
