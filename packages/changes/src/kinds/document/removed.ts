import { changeRule } from '../../kind.ts';
import { ORDERS } from '../example.ts';

export default changeRule({
  code: 'DOCUMENT_REMOVED',
  verdict: 'breaking',
  says: 'The document of `{name}` is gone.',
  why: 'Everything that it promised is withdrawn: its channels, its operations, its messages.',
  help: 'If the application lives on, put the document back. If it does not, ask those who talked to it first.',
  before: ORDERS,
  after: '',
});
