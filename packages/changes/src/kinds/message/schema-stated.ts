import { concerned, flowsOnly } from '../../concerned.ts';
import { changeRule } from '../../kind.ts';
import { sidesOf } from '../../places.ts';
import { edited, ORDERS } from '../example.ts';

export default changeRule({
  code: 'MESSAGE_SCHEMA_STATED',
  verdict: 'non-breaking',
  says: 'The message `{name}` now has a schema for its {part}.',
  why: 'A sender that says what it sends promises more than before. A receiver that says what it takes may refuse what others have been sending.',
  help: 'As a receiver, look at what is really sent before you promise to take no other.',
  before: edited(
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
  after: edited(
    ORDERS,
    ["      payload: { $ref: '#/components/schemas/Cancelled' }", '      payload: { type: object }'],
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
      if (before[part] !== undefined || after[part] === undefined) continue;
      const open = !flowsOnly('send', after.id, side);
      const unknown = { verdict: 'not-checked', reason: 'nothing said before what others may send' } as const;
      report({
        ...told,
        key: part,
        params: { name: after.name, part },
        ...(open && unknown),
        ...sidesOf({ before, after }, part),
      });
    }
  },
});
