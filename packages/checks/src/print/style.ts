import type { Severity } from '@portolan/base';

/** Codes of SGR, ECMA-48 section 8.3.117. */
const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const;

export type Style = (text: string, ...styles: readonly (keyof typeof CODES)[]) => string;

/** Colour of each severity. */
export const SEVERITY_COLOR = { error: 'red', warning: 'yellow', info: 'blue' } as const satisfies Record<
  Severity,
  string
>;

/** Gives text a style where colours are wanted, and leaves it alone where they are not. */
export function styleFor(color: boolean): Style {
  if (!color) return text => text;
  return (text, ...styles) => `\u001b[${styles.map(style => CODES[style]).join(';')}m${text}\u001b[0m`;
}
