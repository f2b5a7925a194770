import { slug } from '@portolan/base';
import type { MessageKey } from '../model.ts';
import { familyOf } from '../relate/protocols.ts';
import type { SearchKind } from './hit.ts';
import { FILTERS, type Filter, type Query } from './query.ts';

/** What filters ask of a thing. */
export interface Facts {
  readonly owner?: string | undefined;
  readonly domain?: string | undefined;
  readonly protocols: readonly string[];
  readonly tags: readonly string[];
  /** Ids of brokers. */
  readonly servers: readonly string[];
  /** Messages that it sends, receives, carries, describes or is. */
  readonly messages: readonly MessageKey[];
}

/** Of a thing that no filter but its kind's knows. */
export const NO_FACTS: Facts = { protocols: [], tags: [], servers: [], messages: [] };

/** What the values of filters are compared with, beside the facts themselves. */
export interface FilterNames {
  /** Name of a team by its id. */
  readonly teams: ReadonlyMap<string, string>;
  /** Host and names of a broker by its id. */
  readonly servers: ReadonlyMap<string, readonly string[]>;
  /** The messages that have a field of this name or path. */
  readonly messagesWith: (field: string) => ReadonlySet<MessageKey>;
}

/** Whether things pass the filters of a query. */
export interface Passes {
  thing(kind: SearchKind, facts: Facts): boolean;
  /** For a field, whether its path passes; asked once for all messages that have it, whose facts count besides. */
  path(path: string): boolean;
  /** False when nothing of a kind can pass. */
  kind(kind: SearchKind): boolean;
}

type Test = (kind: SearchKind, facts: Facts) => boolean;

/** Makes the test for a query's filters: one value of each filter has to fit, and none of the excluded ones may. */
export function passing({ filters, without }: Query, names: FilterNames): Passes {
  const wanted = FILTERS.flatMap(filter => (filters[filter] ? [anyOf(filter, filters[filter], names)] : []));
  const unwanted = FILTERS.flatMap(filter =>
    // A field is excluded by its path, not for the fields beside it in the same message.
    without.filters[filter] ? [anyOf(filter, without.filters[filter], names, filter === 'field')] : [],
  );
  const kinds = filters.kind?.map(kindOf);
  const paths = filters.field?.map(lower);
  const notPaths = without.filters.field?.map(lower) ?? [];
  return {
    thing: (kind, facts) => wanted.every(test => test(kind, facts)) && !unwanted.some(test => test(kind, facts)),
    path: path =>
      (paths?.some(asked => isPathOf(path, asked)) ?? true) && !notPaths.some(asked => isPathOf(path, asked)),
    kind: kind => kinds?.includes(kind) ?? true,
  };
}

function anyOf(filter: Filter, values: readonly string[], names: FilterNames, exceptFields = false): Test {
  const tests = values.map(value => TESTS[filter](value, names));
  return (kind, facts) => !(exceptFields && kind === 'field') && tests.some(test => test(kind, facts));
}

function lower(text: string): string {
  return text.toLowerCase();
}

/**
 * How each filter compares. Owners, domains and tags by their ids, an owner also by its name; protocols by their family;
 * kinds in the singular or plural; a field by its path or the end of it; a server by its host or a name.
 */
const TESTS: Readonly<Record<Filter, (value: string, names: FilterNames) => Test>> = {
  owner(value, { teams }) {
    const asked = slug(value);
    return (_, { owner }) => owner !== undefined && (owner === asked || slug(teams.get(owner) ?? owner) === asked);
  },
  domain(value) {
    const asked = slug(value);
    return (_, { domain }) => domain === asked;
  },
  protocol(value) {
    const asked = familyOf(value);
    return (_, { protocols }) => protocols.includes(asked);
  },
  kind(value) {
    const asked = kindOf(value);
    return kind => kind === asked;
  },
  tag(value) {
    const asked = slug(value);
    return (_, { tags }) => tags.some(tag => slug(tag) === asked);
  },
  field(value, { messagesWith }) {
    const having = messagesWith(value);
    return (_, { messages }) => messages.some(id => having.has(id));
  },
  server(value, { servers }) {
    const asked = value.toLowerCase();
    return (_, facts) =>
      facts.servers.some(id => id === asked || servers.get(id)?.some(name => name.toLowerCase() === asked));
  },
};

/** `services` is `service`. */
export function kindOf(value: string): string {
  const asked = value.toLowerCase();
  return asked === 'services' ? 'service' : asked.replace(/s$/, '');
}

/** Whether a path is the one that was asked for, or ends with it: `email` finds `customer.email` and `contacts[].email`. */
export function isPathOf(path: string, asked: string): boolean {
  const known = path.toLowerCase();
  if (!known.endsWith(asked)) return false;
  const before = known[known.length - asked.length - 1];
  return before === undefined || before === '.';
}
