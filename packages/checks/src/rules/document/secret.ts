import { type Origin, pointerOf } from '@portolan/base';
import type { Contract } from '@portolan/contract';
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
    forEachWritten(contract, (value, { source, pointer }, ...way) => {
      visitInside(value, (text, keys) => {
        if (typeof text !== 'string') return;
        for (const secret of secretsIn(text)) {
          const place = { source, pointer: pointerOf(pointer, ...way, ...keys) };
          report(place, { kind: secret.kind, masked: mask(secret.text.split(/\s*[\r\n]/)[0] ?? '') });
        }
      });
    });
  },
});

/** Calls with every part of a document that people fill in by hand, and with its place: an origin and the way from there. */
function forEachWritten(contract: Contract, look: (value: unknown, origin: Origin, ...way: string[]) => void): void {
  look(contract.extensions, contract.origin);
  for (const node of [
    contract.info,
    ...contract.servers,
    ...contract.channels,
    ...contract.operations,
    ...contract.messages,
  ]) {
    look(node.description, node.origin, 'description');
    look(node.extensions, node.origin);
    if ('bindings' in node) look(node.bindings, node.origin, 'bindings');
  }
  for (const { variables } of contract.servers) for (const it of variables) look({ default: it.default }, it.origin);
  for (const scheme of contract.securitySchemes) look(scheme.details, scheme.origin);
  for (const message of contract.messages) {
    for (const { payload, headers, origin } of message.examples) look({ payload, headers }, origin);
  }
  for (const schema of contract.schemas) look(schema.definition, schema.origin);
}
