import type { Range } from '@portolan/base';

/**
 * Something wrong with a schema itself, in the language it is written in.
 *
 * - `invalid`: the rules of the language forbid it.
 * - `ignored`: it is legal and has no effect, which nobody means.
 * - `portability`: some readers of the language take it and others do not.
 * - `missing`: a file that it needs is not at hand.
 */
export interface Flaw {
  readonly kind: 'invalid' | 'ignored' | 'portability' | 'missing';
  /** JSON pointer into the definition; '' is the whole. */
  readonly pointer: string;
  /** Set when the name of the member is meant and not its value. */
  readonly part?: 'key';
  /** For definitions that are text: the stretch that is meant. */
  readonly inside?: Range;
  /** Half a sentence that names the thing and what is wrong with it. */
  readonly message: string;
  /** What to do about it, as sentences. */
  readonly help: string;
}
