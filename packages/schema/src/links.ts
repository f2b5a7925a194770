import type { AvroType } from './avro/model.ts';
import { fullNameOf } from './avro/names.ts';
import { parseAvro } from './avro/parse.ts';

export { protobufChoices, protobufImports, protobufRoot } from './protobuf/root.ts';

/** The names by which an Avro schema hangs together with others. */
export interface AvroNames {
  /** Full names of the types that it defines. */
  readonly defines: readonly string[];
  /** Full names of the types that it uses and does not define. */
  readonly foreign: readonly string[];
}

/** The names of an Avro schema. Never throws. */
export function avroNames(definition: unknown): AvroNames {
  const open: AvroType = { kind: 'unknown', reason: 'only names are read' };
  const { definitions, uses } = parseAvro(definition, { name: () => open, reference: () => open });
  const foreign = new Set<string>();
  for (const { name, namespace } of uses) {
    const fullName = fullNameOf(name, namespace);
    if (!definitions.has(fullName) && !definitions.has(name)) foreign.add(fullName);
  }
  return { defines: [...definitions.keys()], foreign: [...foreign] };
}
