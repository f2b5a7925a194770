import type { SchemaDefinition } from '@portolan/contract';
import type { Pair } from '../model.ts';
import { same } from '../values.ts';
import { avroEdits } from './avro.ts';
import { jsonEdits } from './json.ts';
import { protobufEdits } from './protobuf.ts';
import type { Walk } from './walk.ts';

const JSON_LIKE: ReadonlySet<string> = new Set(['asyncapi', 'json-schema', 'openapi']);

/** Tells every edited place between two definitions of one schema. */
export function definitionEdits({ before, after }: Pair<SchemaDefinition>, walk: Walk): void {
  const start = { before: { schema: before.id, pointer: '' }, after: { schema: after.id, pointer: '' } };
  if (before.format !== after.format) {
    const facts = [`format: ${before.schemaFormat ?? before.format} → ${after.schemaFormat ?? after.format}`];
    walk.edit({ kind: 'structure', ...start, path: '', facts });
    return;
  }
  if (before.schemaFormat !== after.schemaFormat && dialect(before.schemaFormat) !== dialect(after.schemaFormat)) {
    const facts = [`schemaFormat: ${before.schemaFormat ?? 'none'} → ${after.schemaFormat ?? 'none'}`];
    walk.edit({ kind: 'structure', ...start, path: '', facts });
  }
  const avro =
    before.format === 'avro' && typeof before.definition !== 'string' && typeof after.definition !== 'string';
  if (JSON_LIKE.has(before.format)) jsonEdits(before, after, walk);
  else if (avro) avroEdits(before, after, walk);
  else if (
    before.format === 'protobuf' &&
    typeof before.definition === 'string' &&
    typeof after.definition === 'string'
  )
    protobufEdits(before, after, walk);
  else if (!same(before.definition, after.definition))
    walk.edit({ kind: 'structure', ...start, path: '', facts: [`its ${before.format} text`] });
}

/** The version of a format without what AsyncAPI’s own version says: that dialect is one through all of them. */
function dialect(schemaFormat: string | undefined): string {
  if (schemaFormat === undefined || schemaFormat.startsWith('application/vnd.aai.asyncapi')) return 'asyncapi';
  return schemaFormat.replace(/\+(json|yaml)/, '');
}
