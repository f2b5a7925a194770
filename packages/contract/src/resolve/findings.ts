import type { FindingKind } from '@portolan/base';

const head = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
`;
const placed = `${head}channels:
  placed:
    address: orders.placed
    messages:
      placed:
        $ref: '#/components/messages/placed'
components:
  messages:
    placed:
      summary: An order was placed.
`;

export const REFERENCE_BROKEN: FindingKind = {
  code: 'REFERENCE_BROKEN',
  severity: 'error',
  says: 'The reference `{reference}` leads nowhere: {reason}.',
  why: 'Whatever should stand here is missing for every reader, generator and gateway.',
  help: 'Correct the reference, or add what it names.{hint}',
  source: 'AsyncAPI 3.1.0, Reference Object; RFC 6901',
  bad: placed.replace("messages/placed'", "messages/plased'"),
  good: placed,
};

export const REFERENCE_FILE_MISSING: FindingKind = {
  code: 'REFERENCE_FILE_MISSING',
  severity: 'error',
  says: 'The file `{file}` that the reference `{reference}` names cannot be read.',
  why: 'A document is only as whole as the files it is made of.',
  help: 'Add the file, correct the path (it is relative to the file it stands in), or keep it inside the folder that is read.{hint}',
  source: 'AsyncAPI 3.1.0, Reference Object',
  bad: placed.replace("'#/components/messages/placed'", 'messages/placed.yaml'),
  good: {
    'asyncapi.yaml': placed.replace("'#/components/messages/placed'", 'placed.yaml'),
    'placed.yaml': 'summary: Placed.\n',
  },
};

export const REFERENCE_REMOTE: FindingKind = {
  code: 'REFERENCE_REMOTE',
  severity: 'warning',
  says: 'The reference `{reference}` leads to the network, and the host `{host}` may not be asked.',
  why: 'What a document says must not depend on what a server answers today, and a reader that follows any address can be sent anywhere. So no host is asked that nobody allowed.',
  help: 'Keep a copy of the file beside the document and refer to that, or allow the host: `--remote {host}`, or `remote: [{host}]` in portolan.yaml.',
  bad: placed.replace("'#/components/messages/placed'", 'https://example.com/placed.yaml'),
  good: placed,
};

export const REFERENCE_REMOTE_FAILED: FindingKind = {
  code: 'REFERENCE_REMOTE_FAILED',
  severity: 'error',
  says: 'The reference `{reference}` leads to a file that could not be loaded: {reason}',
  why: 'A document is only as whole as the files it is made of.',
  help: '{remedy}',
  bad: placed.replace("'#/components/messages/placed'", 'https://refused.invalid/placed.yaml'),
  good: placed,
};

export const REFERENCE_SCHEME: FindingKind = {
  code: 'REFERENCE_SCHEME',
  severity: 'error',
  says: 'The reference `{reference}` cannot be followed: it is a `{scheme}:` address.',
  why: 'A file: address names a place on one machine, which others do not have; other schemes name no file at all.',
  help: 'Refer to the file by its path, relative to the file that the reference stands in.',
  bad: placed.replace("'#/components/messages/placed'", 'file:///home/me/placed.yaml'),
  good: placed,
};

export const REFERENCE_LOOP: FindingKind = {
  code: 'REFERENCE_LOOP',
  severity: 'error',
  says: 'The reference `{reference}` leads back to itself and names nothing: {cycle}.',
  why: 'A chain of references must end at a thing; this one ends nowhere.',
  help: 'Let one of the references in the chain be replaced by the thing that is meant.',
  source: 'AsyncAPI 3.1.0, Reference Object',
  bad: `${placed}`.replace('summary: An order was placed.', "$ref: '#/components/messages/placed'"),
  good: placed,
};
