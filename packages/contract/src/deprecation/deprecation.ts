import { isObject } from '@portolan/base';
import type { Extensions } from '../model.ts';
import { dayOf } from './day.ts';

/** What an author says about the end of something. */
export interface Deprecation {
  /** The day from which on it should no longer be used: `2026-07-01`. */
  readonly since?: string;
  /** The day from which on it may be gone, as the Sunset header of RFC 8594 means it. */
  readonly sunset?: string;
  /** What takes its place. */
  readonly alternative?: string;
  /** Where more is said about it: an address. */
  readonly documentation?: string;
  /** Members that should be a day and are none. */
  readonly undated?: readonly string[];
}

/** What says from when on, until when, what instead, and where more stands: alone, or inside an object. */
const MEMBERS = {
  since: {
    alone: ['x-deprecation', 'x-deprecated-since', 'x-deprecation-date'],
    inside: ['since', 'from', 'effective'],
  },
  sunset: { alone: ['x-sunset', 'x-sunset-date', 'x-deprecated-until'], inside: ['sunset', 'until', 'removal'] },
  alternative: {
    alone: ['x-alternative', 'x-replaced-by', 'x-deprecated-alternative'],
    inside: ['alternative', 'replacement', 'use'],
  },
  documentation: { alone: ['x-deprecation-link'], inside: ['documentation', 'link'] },
} as const;

/** Members that hold the whole: `true`, a day, or an object as xRegistry has it. */
const WHOLE = ['deprecated', 'x-deprecated'] as const;

/** Members of which a thing has at least one whose end is spoken of. */
export const DEPRECATION_MEMBERS: readonly string[] = [
  ...WHOLE,
  ...Object.values(MEMBERS).flatMap(({ alone }) => alone),
];

const KNOWN: ReadonlySet<string> = new Set(DEPRECATION_MEMBERS);

/** Whether a member of a thing is about its end. */
export function isAboutDeprecation(member: string): boolean {
  return KNOWN.has(member);
}

/**
 * What the members of an operation, a channel, a message or a field say about its end; undefined where they say
 * nothing. The specification knows `deprecated` for schemas only; the rest is what people write: `x-deprecated`,
 * `x-sunset` and `x-deprecation` named after the headers of RFC 8594 and RFC 9745, and the object of xRegistry.
 */
export function deprecationIn(members: Readonly<Record<string, unknown>>): Deprecation | undefined {
  if (!Object.keys(members).some(isAboutDeprecation)) return undefined;
  const undated: string[] = [];
  const whole = WHOLE.map(name => members[name]).find(value => value !== undefined && value !== false);
  const inside = isObject(whole) ? whole : {};
  const written = (name: keyof typeof MEMBERS): [string, unknown] | undefined => {
    const { alone, inside: names } = MEMBERS[name];
    const found =
      alone.map(key => [key, members[key]] as const).find(([, value]) => value !== undefined) ??
      names.map(key => [key, inside[key]] as const).find(([, value]) => value !== undefined);
    return found && [...found];
  };
  const day = (name: 'since' | 'sunset') => {
    const found = written(name);
    if (!found || typeof found[1] === 'boolean') return undefined;
    const known = dayOf(found[1]);
    if (known === undefined) undated.push(found[0]);
    return known;
  };
  const text = (name: 'alternative' | 'documentation') => {
    const value = written(name)?.[1];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const said =
    whole !== undefined || Object.values(MEMBERS).some(({ alone }) => alone.some(key => truthy(members[key])));
  if (!said) return undefined;
  const since = day('since') ?? dayOf(whole);
  const [sunset, alternative, documentation] = [day('sunset'), text('alternative'), text('documentation')];
  return {
    ...(since !== undefined && { since }),
    ...(sunset !== undefined && { sunset }),
    ...(alternative !== undefined && { alternative }),
    ...(documentation !== undefined && { documentation }),
    ...(undated.length > 0 && { undated }),
  };
}

/** What an operation, a channel, a message or a whole document says itself about its end. */
export function deprecationOf(thing: { readonly deprecated?: boolean; readonly extensions: Extensions }) {
  return deprecationIn({ ...(thing.deprecated && { deprecated: true }), ...thing.extensions });
}

function truthy(value: unknown): boolean {
  return value !== undefined && value !== false && value !== null;
}
