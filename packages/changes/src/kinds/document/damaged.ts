import { changeRule } from '../../kind.ts';
import { edited, ORDERS } from '../example.ts';

export default changeRule({
  code: 'DOCUMENT_DAMAGED',
  verdict: 'not-checked',
  says: 'The document {name} {how}.',
  why: 'What cannot be read cannot be compared, and something may have changed there.',
  help: 'See what `portolan validate` says about the document, mend it, and compare again.',
  before: ORDERS,
  after: edited(ORDERS, ['info: { title: Orders, version: 1.0.0 }', 'info: { title: Orders, version: 1.0.0']),
});
