import { type Origin, pointerOf } from '@portolan/base';
import type { Contract } from '@portolan/contract';
import { at } from '../../context.ts';
import { rule } from '../../rule.ts';
import { mask, secretsIn } from '../../secrets.ts';

const good = `asyncapi: 3.1.0
info:
  title: Backups
  version: 1.0.0
channels:
  uploads:
    address: uploads
    messages:
      uploadRequested:
        summary: Somebody wants a file stored.
        payload:
          type: object
        examples:
          - payload:
              target: https://files.example.com/backups
`;

export default rule({
  code: 'DOCUMENT_SECRET',
  severity: 'error',
  says: 'This looks like {kind}: `{masked}`.',
  why: 'Documents are published, copied and kept for ever. Whoever reads this one can use the secret.',
  help: 'Make it worthless where it was issued, then replace it here with a word in angle brackets or a variable. Removing the text alone does not help: the old revision remains readable.',
  source: 'CWE-798',
  bad: good.replace('https://files', 'https://backup:correct-horse@files'),
  good,
  contract(contract, { report }) {
    for (const [text, origin] of texts(contract)) {
      for (const secret of secretsIn(text)) report(origin, { kind: secret.kind, masked: mask(secret.text) });
    }
  },
});

/** Every text of a document that people fill in by hand, with its place. */
function* texts(contract: Contract): Generator<readonly [string, Origin]> {
  yield* inside(contract.extensions, contract.origin);
  for (const node of [
    contract.info,
    ...contract.servers,
    ...contract.channels,
    ...contract.operations,
    ...contract.messages,
  ]) {
    yield* inside(node.description, at(node, 'description'));
    yield* inside(node.extensions, node.origin);
    if ('bindings' in node) yield* inside(node.bindings, at(node, 'bindings'));
  }
  for (const { variables } of contract.servers)
    for (const it of variables) yield* inside({ default: it.default }, it.origin);
  for (const scheme of contract.securitySchemes) yield* inside(scheme.details, scheme.origin);
  for (const message of contract.messages) {
    for (const { payload, headers, origin } of message.examples) yield* inside({ payload, headers }, origin);
  }
  for (const schema of contract.schemas) yield* inside(schema.definition, schema.origin);
}

function* inside(value: unknown, origin: Origin): Generator<readonly [string, Origin]> {
  if (typeof value === 'string') yield [value, origin];
  if (value === null || typeof value !== 'object') return;
  for (const [key, member] of Object.entries(value)) {
    yield* inside(member, { source: origin.source, pointer: pointerOf(origin.pointer, key) });
  }
}
