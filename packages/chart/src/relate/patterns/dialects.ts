/** How a protocol writes an address that stands for many. */
export interface Dialect {
  /** What patterns and addresses must share to be compared at all. */
  readonly grammar: string;
  /** The address, without what is no part of it (the group of a shared subscription in MQTT). */
  readonly text: string;
  /** Between levels; undefined where an address has none. */
  readonly separator: string | undefined;
  /** A whole level that stands for any one level. */
  readonly one?: string;
  /** A whole level that stands for any number of levels, also none. */
  readonly many?: string;
  /** Whether `many` may stand elsewhere than at the end. */
  readonly manyAnywhere?: boolean;
  /** A last level that stands for one level or more. */
  readonly rest?: string;
  /** Whether `*` inside a level stands for any text there. */
  readonly glob: boolean;
}

/**
 * The dialect of an address. Sources: MQTT 5.0, 4.7 and 4.8.2; RabbitMQ, topic exchanges; NATS, subject-based messaging;
 * Solace, SMF topics and wildcards; Redis, PSUBSCRIBE; Kafka's clients, which take a regular expression for topics.
 */
export function dialectOf(address: string, family: string | undefined): Dialect {
  if (family === 'mqtt') {
    const text = address.replace(/^\$share\/[^/]+\//, '');
    // What a broker tells of itself is none of the business of `#`.
    return {
      grammar: text.startsWith('$') ? 'mqtt $' : 'mqtt',
      text,
      separator: '/',
      one: '+',
      many: '#',
      glob: false,
    };
  }
  if (family === 'amqp')
    return { grammar: 'amqp', text: address, separator: '.', one: '*', many: '#', manyAnywhere: true, glob: false };
  if (family === 'nats') return { grammar: 'nats', text: address, separator: '.', one: '*', rest: '>', glob: false };
  if (family === 'solace') return { grammar: 'solace', text: address, separator: '/', one: '*', rest: '>', glob: true };
  if (family === 'redis') return { grammar: 'redis', text: address, separator: undefined, glob: true };
  if (family === 'kafka') {
    const glob = globOf(address);
    if (glob !== undefined) return kafka(glob);
  }
  if (family === undefined) return unspoken(address);
  return plain(address);
}

/** An address as one text, where the protocol also has patterns that know no levels. */
export function wholeText(address: string, family: string | undefined): Dialect | undefined {
  return family === 'kafka' ? { ...kafka(address), glob: false } : undefined;
}

function kafka(text: string): Dialect {
  return { grammar: 'kafka', text, separator: undefined, glob: true };
}

/** An address of a protocol without wildcards: only its parameters leave something open. */
function plain(address: string): Dialect {
  const separator = address.includes('/') ? '/' : '.';
  return { grammar: `levels ${separator}`, text: address, separator, glob: false };
}

/** Where nobody says the protocol: levels that are nothing but a wildcard are one. */
function unspoken(address: string): Dialect {
  if (address.includes('/')) return { ...plain(address), one: '+', many: '#' };
  return { ...plain(address), one: '*', many: '#', manyAnywhere: true, rest: '>' };
}

/**
 * The pattern of topics that a Kafka consumer's regular expression means, as far as that is plain: `^orders\..*` and
 * `orders.*` are `orders.*`. A name of a topic holds nothing but letters, digits, `.`, `_` and `-`, so a `*` is none.
 * Undefined for a name, and for an expression that says more.
 */
function globOf(address: string): string | undefined {
  if (!/[*^$\\]/.test(address)) return undefined;
  const text = address
    .replace(/^\^|\$$/g, '')
    .replace(/\\\./g, '\u0000')
    // A dot before a star is a dot where a name goes before it, and else one of the expression.
    .replace(/(?<![\w}])\.[*+]/g, '*')
    .replaceAll('\u0000', '.');
  return /[()[\]|?+\\^$]/.test(text) || !text.includes('*') ? undefined : text;
}
