import { changeRule } from '../../kind.ts';
import { doneOf, sidesOf } from '../../places.ts';
import { edited, ORDERS } from '../example.ts';

export default changeRule({
  code: 'DOCUMENT_ID_CHANGED',
  verdict: 'non-breaking',
  says: 'The id of the application was {done}.',
  why: 'Tools know an application by its id. Those who send and receive messages do not use it.',
  help: 'Tell those who keep a list of applications.',
  before: ORDERS,
  after: edited(ORDERS, [
    `asyncapi: 3.1.0
`,
    `asyncapi: 3.1.0
id: urn:example:orders
`,
  ]),
  document({ before, after }, { report }) {
    if (before.id === after.id) return;
    const subject = { kind: 'document', name: after.info.title } as const;
    report({ subject, params: { done: doneOf(before.id, after.id) }, ...sidesOf({ before, after }, 'id') });
  },
});
