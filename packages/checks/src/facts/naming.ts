/** Ways to write a name of several words. */
export const CASES: Readonly<Record<string, RegExp>> = {
  'kebab-case': /^[a-z0-9]+(-[a-z0-9]+)*$/,
  snake_case: /^[a-z0-9]+(_[a-z0-9]+)*$/,
  camelCase: /^[a-z][a-zA-Z0-9]*$/,
  PascalCase: /^[A-Z][a-zA-Z0-9]*$/,
  UPPER_CASE: /^[A-Z0-9]+(_[A-Z0-9]+)*$/,
};

/** What a name may look like so that programs can use it as it is, or nearly so: no white space, no slashes. */
export const PROGRAMMING_NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

/** The option of a rule about the way names are written. */
export function caseOption(description: string, initial: string) {
  return { type: 'string', enum: ['any', ...Object.keys(CASES)], default: initial, description } as const;
}

/** Whether a name is written in a way; every name is written in a way that nobody knows. */
export function isWritten(name: string, way: unknown): boolean {
  const form = typeof way === 'string' ? CASES[way] : undefined;
  return form?.test(name) ?? true;
}

/** The pieces of an address between its separators, without those that are expressions or wildcards. */
export function wordsOf(address: string, separators = './:'): string[] {
  const between = new RegExp(`[${separators.replace(/[\]\\^-]/g, '\\$&')}]`);
  const words = address.replace(/\{[^{}]*\}/g, '*').split(between);
  return words.filter(word => word !== '' && !/[*#+>]/.test(word));
}
