import { answerJsonSchemas, IMPACT_SHAPE, LINEAGE_SHAPE, PATH_SHAPE } from '@portolan/chart';
import { DRIFT_WORDS } from '../../views/drift-words.ts';
import { boolean, integer, type JsonSchema, list, object, ref, string, words } from '../json-schema.ts';

const driftWord = words(...Object.keys(DRIFT_WORDS));

/** Answers to questions. Those that the command line gives too are described once, by the chart. */
export const questionSchemas = {
  DriftPage: object(
    { compared: boolean, kinds: list(ref('DriftKind')), items: list(ref('DriftView')), total: integer },
    { next: string },
  ),
  DriftKind: object({ kind: driftWord, head: string, says: string, total: integer }),
  DriftView: object(
    { id: string, kind: driftWord, says: string, help: string, seenIn: words('document', 'evidence'), file: string },
    {
      line: integer,
      document: string,
      title: string,
      channel: string,
      channelName: string,
      service: string,
      serviceName: string,
      who: string,
      owner: string,
      ownerName: string,
      meant: string,
    },
  ),
  Impact: factsOf(IMPACT_SHAPE),
  Path: factsOf(PATH_SHAPE),
  Lineage: factsOf(LINEAGE_SHAPE),
  FieldPage: object({
    message: ref('MessageSummary'),
    field: string,
    definitions: list(ref('FieldDefinition')),
    senders: list(ref('LinkView')),
    receivers: list(ref('FieldReader')),
    lineage: ref('Lineage'),
  }),
  FieldDefinition: object(
    {
      document: string,
      service: string,
      serviceName: string,
      actions: list(ref('Action')),
      shapes: list(ref('Shape')),
      required: boolean,
      file: string,
    },
    { line: integer },
  ),
  FieldReader: object(
    { service: string, serviceName: string, reads: words('yes', 'no', 'unknown'), confidence: ref('Confidence') },
    { owner: string, ownerName: string },
  ),
};

/** What `--format json` of the command line gives, without the name of its shape. */
function factsOf(shape: string): JsonSchema {
  const {
    $schema: _,
    title: __,
    ...schema
  } = answerJsonSchemas[shape] as unknown as {
    readonly $schema: string;
    readonly title: string;
    readonly required: readonly string[];
    readonly properties: Readonly<Record<string, JsonSchema>>;
  };
  const { portolan: ___, ...properties } = schema.properties;
  return { ...schema, properties, required: schema.required.filter(name => name !== 'portolan') };
}
