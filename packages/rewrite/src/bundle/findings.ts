import type { FindingKind } from '@portolan/base';

const document = (reference: string) => `asyncapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    address: orders
    messages:
      placed:
        payload: { $ref: '${reference}' }
`;

export const BUNDLE_KEPT: FindingKind = {
  code: 'BUNDLE_KEPT',
  severity: 'warning',
  says: 'The reference `{reference}` was kept, because what it leads to is not at hand.',
  why: 'The bundle is not complete: whoever reads it needs that file, at a place relative to the bundle.',
  help: 'Add the file, correct the path, or keep it inside the folder that is read; then bundle again.',
  bad: document('./missing.yaml'),
  good: { 'asyncapi.yaml': document('./order.yaml'), 'order.yaml': 'type: object\n' },
};

const proto = (text: string) => ({
  'asyncapi.yaml': `asyncapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    address: orders
    messages:
      placed:
        payload:
          schemaFormat: application/vnd.google.protobuf;version=3
          schema: { $ref: './order.proto' }
`,
  'order.proto': text,
});

export const BUNDLE_IMPORT: FindingKind = {
  code: 'BUNDLE_IMPORT',
  severity: 'warning',
  says: 'The Protobuf file `{file}` stays a file of its own, because it imports {imported}.',
  why: 'A document has no place for what Protobuf text imports: inside of it, the import would lead nowhere.',
  help: 'Write what it needs from the other file into it, or hand both files over with the bundle.',
  source: 'Protocol Buffers language specification, Import Statement',
  bad: proto('syntax = "proto3";\nimport "money.proto";\nmessage Order { Money total = 1; }\n'),
  good: proto('syntax = "proto3";\nmessage Order { int64 cents = 1; }\n'),
};

/** Everything that bundling has to say. */
export const bundleFindingKinds: readonly FindingKind[] = [BUNDLE_KEPT, BUNDLE_IMPORT];
