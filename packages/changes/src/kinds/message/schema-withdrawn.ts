import { concerned, flowsOnly } from '../../concerned.ts';
import { changeRule } from '../../kind.ts';
import { sidesOf } from '../../places.ts';
import { edited, ORDERS } from '../example.ts';

export default changeRule({
  code: 'MESSAGE_SCHEMA_WITHDRAWN',
  verdict: 'not-checked',
  says: 'The message `{name}` no longer has a schema for its {part}.',
  why: 'Of a sender that does not say what it sends, nobody knows whether it can be read. A receiver that says nothing refuses nothing.',
  help: 'Keep the schema.',
  before: edited(
    ORDERS,
    ["      payload: { $ref: '#/components/schemas/Cancelled' }", '      payload: { type: object }'],
    [
      `  schemas:
    Cancelled: { type: object, properties: { reason: { type: string } } }
`,
      '',
    ],
  ),
  after: edited(
    ORDERS,
    [
      `      payload: { $ref: '#/components/schemas/Cancelled' }
`,
      '',
    ],
    [
      `  schemas:
    Cancelled: { type: object, properties: { reason: { type: string } } }
`,
      '',
    ],
  ),
  message({ before, after }, { report, after: side }) {
    if (!before || !after) return;
    const told = {
      subject: { kind: 'message', name: after.id } as const,
      messages: [after.id],
      operations: concerned(side.operationsOf(after.id)),
    };
    for (const part of ['payload', 'headers'] as const) {
      if (before[part] === undefined || after[part] !== undefined) continue;
      const harmless = flowsOnly('receive', after.id, side) && ({ verdict: 'non-breaking' } as const);
      const reason = 'nothing says any more what may be sent';
      report({
        ...told,
        key: part,
        params: { name: after.name, part },
        ...(harmless || { reason }),
        ...sidesOf({ before, after }, part),
      });
    }
  },
});
