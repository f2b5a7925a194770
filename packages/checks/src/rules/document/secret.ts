import { type Origin, pointerOf } from '@portolan/base';
import type { Contract } from '@portolan/contract';
import { at } from '../../context.ts';
import { visitInside } from '../../facts/inside.ts';
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
    for (const [value, origin] of writtenIn(contract)) {
      visitInside(value, (text, keys) => {
        if (typeof text !== 'string') return;
        for (const secret of secretsIn(text)) {
          const pointer = pointerOf(origin.pointer, ...keys);
          report(
            { source: origin.source, pointer },
            { kind: secret.kind, masked: mask(secret.text.split(/\s*[\r\n]/)[0] ?? '') },
          );
        }
      });
    }
  },
});

/** Every part of a document that people fill in by hand, with its place. */
function* writtenIn(contract: Contract): Generator<readonly [unknown, Origin]> {
  yield [contract.extensions, contract.origin];
  for (const node of [
    contract.info,
    ...contract.servers,
    ...contract.channels,
    ...contract.operations,
    ...contract.messages,
  ]) {
    yield [node.description, at(node, 'description')];
    yield [node.extensions, node.origin];
    if ('bindings' in node) yield [node.bindings, at(node, 'bindings')];
  }
  for (const { variables } of contract.servers) for (const it of variables) yield [{ default: it.default }, it.origin];
  for (const scheme of contract.securitySchemes) yield [scheme.details, scheme.origin];
  for (const message of contract.messages) {
    for (const { payload, headers, origin } of message.examples) yield [{ payload, headers }, origin];
  }
  for (const schema of contract.schemas) yield [schema.definition, schema.origin];
}
