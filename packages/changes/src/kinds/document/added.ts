import { changeRule } from '../../kind.ts';
import { ORDERS } from '../example.ts';

export default changeRule({
  code: 'DOCUMENT_ADDED',
  verdict: 'non-breaking',
  says: 'The document of `{name}` is new.',
  why: 'Nobody can depend on it yet. A document that moved to another file is recognised by its id or its title.',
  help: 'Nothing has to be done.',
  before: '',
  after: ORDERS,
});
