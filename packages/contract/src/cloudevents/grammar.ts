import {
  anything,
  either,
  type Field,
  flag,
  type Grammar,
  listOf,
  mapOf,
  may,
  must,
  named,
  type ObjectKind,
  object,
  oneOf,
  text,
} from '../grammar/kinds.ts';

const role = oneOf('producer', 'consumer', 'subscriber');

/** Registries may carry members of their own everywhere. */
function open(name: string, fields: Readonly<Record<string, Field>>): ObjectKind {
  return object(name, fields, { others: 'welcome' });
}

const described = {
  name: may(text, 'What people call it.'),
  description: may(text),
  documentation: may(text, 'Where more is said.'),
  labels: may(mapOf(anything)),
};

const bound = {
  envelope: may(text, 'The form of the metadata: `CloudEvents/1.0`.'),
  envelopeoptions: may(mapOf(anything)),
  protocol: may(text, 'The protocol it is bound to: `KAFKA`, `MQTT/5.0`.'),
};

/** What is read of an xRegistry: message groups, endpoints and schema groups, in the words of 1.0 and of its drafts. */
export const xregistry: Grammar = {
  Document: open('Registry', {
    ...described,
    specversion: may(text),
    registryid: may(text),
    messagegroups: may(mapOf(named('Group'))),
    schemagroups: may(mapOf(named('SchemaGroup'))),
    endpoints: may(mapOf(named('Endpoint'))),
  }),
  Group: open('Message Group', { ...described, ...bound, messages: may(mapOf(named('Message'))) }),
  Message: open('Message Definition', {
    ...described,
    ...bound,
    basemessage: may(text, 'The message that this one extends.'),
    envelopemetadata: may(mapOf(anything), 'The attributes of the event.'),
    protocoloptions: may(mapOf(anything)),
    dataschemaformat: may(text, 'The language of the schema: `JsonSchema/draft-07`.'),
    dataschemauri: may(text),
    datacontenttype: may(text),
  }),
  Endpoint: open('Endpoint', {
    ...described,
    ...bound,
    usage: must(either(role, listOf(role, 1)), 'What a client does there.'),
    protocoloptions: may(mapOf(anything)),
    messagegroups: may(listOf(text)),
    messages: may(mapOf(named('Message'))),
  }),
  SchemaGroup: open('Schema Group', { ...described, schemas: may(mapOf(named('Schema'))) }),
  Schema: open('Schema Definition', {
    ...described,
    format: may(text),
    versions: may(mapOf(open('Schema Version', { format: may(text) }))),
    deprecated: may(either(flag, open('Deprecated', {}))),
  }),
};
