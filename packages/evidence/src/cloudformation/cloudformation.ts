import { isObject } from '@portolan/base';
import { gleaning } from '../parts/gleaning.ts';
import { subscriptions } from '../parts/subscriptions.ts';
import { objectAt, textAt } from '../parts/values.ts';
import { documentsIn } from '../parts/yaml-stream.ts';
import type { EvidenceAdapter, EvidenceResult } from '../port.ts';
import { intrinsicsOf, withoutTags } from './intrinsics.ts';
import { READERS } from './readers.ts';

/** Templates of CloudFormation and of SAM, in YAML and in JSON. */
export const cloudformation: EvidenceAdapter = {
  id: 'cloudformation',
  takes: location => /\.(ya?ml|json|template)$/i.test(location),
  looksRight: head => /AWSTemplateFormatVersion|AWS::Serverless|["']?Type["']?\s*:\s*["']?AWS::/.test(head),
  read,
};

function read(location: string, text: string): EvidenceResult {
  if (!/AWS::(SNS|SQS|Kinesis|Events|MSK|Lambda|Serverless|IAM)::/.test(text)) return { findings: [] };
  const notes = gleaning(location, cloudformation.id);
  const { documents, findings } = documentsIn(location, withoutTags(text));
  notes.take(findings);
  for (const { value, at } of documents) {
    const { textOf } = intrinsicsOf(value);
    const through = subscriptions(notes);
    for (const [id, resource] of Object.entries(objectAt(value, 'Resources'))) {
      const type = textAt(resource, 'Type') ?? '';
      if (!isObject(resource) || !Object.hasOwn(READERS, type)) continue;
      READERS[type]?.({
        id,
        type,
        properties: objectAt(resource, 'Properties'),
        notes,
        subscriptions: through,
        textOf,
        at: (...keys) => (keys.length > 0 ? at('Resources', id, 'Properties', ...keys) : at('Resources', id)),
      });
    }
    through.conclude();
  }
  return notes.result();
}
