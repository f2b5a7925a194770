import { fill, type Params } from './finding.ts';

/** One entry of a fault catalogue. */
export interface FaultKind {
  /** HTTP status of the answer that carries it. */
  readonly status: number;
  /** Exit code of a command that ends with it: 2 for wrong usage, 3 for everything else. */
  readonly exit: 2 | 3;
  /** Whether the same call may succeed later. */
  readonly retry: boolean;
  /** What happened; `{name}` is replaced by the parameter of that name. */
  readonly says: string;
  /** What to do about it. */
  readonly help: string;
}

/** A refusal or a failure of Portolan's own, thrown. Made by a catalogue only, so that its code is documented. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: string;
  readonly kind: FaultKind;
  readonly help: string;
  readonly params: Params;

  constructor(code: string, kind: FaultKind, params: Params, options?: ErrorOptions) {
    super(fill(kind.says, params), options);
    this.code = code;
    this.kind = kind;
    this.help = fill(kind.help, params);
    this.params = params;
  }
}

/** Throwable makers of faults by name, and the kinds behind them for the generated reference. */
export type Catalogue<K extends string> = {
  readonly [name in K]: (params?: Params, options?: ErrorOptions) => Fault;
} & { readonly kinds: Readonly<Record<string, FaultKind>> };

/**
 * Declares the faults of a package. The code of each is `PREFIX_NAME`.
 *
 * @example
 * const faults = catalogue('STORE', { IN_USE: { status: 409, exit: 3, retry: true, says: '…', help: '…' } });
 * throw faults.IN_USE({ path });
 */
export function catalogue<K extends string>(prefix: string, kinds: Record<K, FaultKind>): Catalogue<K> {
  const makers: Record<string, unknown> = {};
  const byCode: Record<string, FaultKind> = {};
  for (const name of Object.keys(kinds) as K[]) {
    const code = `${prefix}_${name}`;
    byCode[code] = kinds[name];
    makers[name] = (params: Params = {}, options?: ErrorOptions) => new Fault(code, kinds[name], params, options);
  }
  return Object.freeze({ ...makers, kinds: Object.freeze(byCode) }) as Catalogue<K>;
}
