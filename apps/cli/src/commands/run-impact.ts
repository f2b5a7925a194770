import { askImpact, askLineage, type WantedChange } from '../questions/ask.ts';
import { type TellOptions, tell } from '../questions/tell.ts';

/** Options of `impact`, as the command line gives them. */
export interface ImpactOptions extends TellOptions, WantedChange {
  readonly lineage?: boolean;
}

/** Prints who breaks, or where a field goes. Faults: those of `tell`, `askImpact` and `askLineage`. */
export async function runImpact(name: string, paths: readonly string[], options: ImpactOptions): Promise<number> {
  const { lineage, field } = options;
  return await tell(paths, options, charted =>
    lineage ? askLineage(charted, name, field) : askImpact(charted, name, options),
  );
}
