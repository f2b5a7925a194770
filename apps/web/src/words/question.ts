import type { ChangeWord } from '@portolan/server/port';

/** A question about a change, as the address of the page holds it. */
export interface Question {
  readonly of?: string;
  readonly field?: string;
  readonly change?: string;
  readonly to?: string;
  readonly values?: string;
}

/** What can be done, in the words of the form. Only a field can be made optional, retyped or narrowed. */
export const CHANGES: readonly { readonly word: ChangeWord; readonly says: string; readonly whole: boolean }[] = [
  { word: 'remove', says: 'Remove', whole: true },
  { word: 'rename', says: 'Rename', whole: true },
  { word: 'retype', says: 'Change its type', whole: false },
  { word: 'optional', says: 'Make optional', whole: false },
  { word: 'narrow', says: 'Allow fewer values', whole: false },
];

/** Types that the form offers; the API takes more words for the same. */
export const TYPES = ['string', 'integer', 'number', 'boolean', 'object', 'array', 'null'] as const;

/** True when nothing is missing: a new name, a new type, the values that remain. */
export function isAsked({ of, change = 'remove', to, values }: Question): boolean {
  if (of === undefined) return false;
  if (change === 'rename' || change === 'retype') return to !== undefined && to.trim() !== '';
  return change !== 'narrow' || (values !== undefined && values.trim() !== '');
}

/** The id of the message that a question is about; undefined when it is about something else. */
export function messageOf(of: string): string | undefined {
  return of.startsWith('message:') ? of.slice('message:'.length) : undefined;
}
