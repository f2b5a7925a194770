import { changeRule } from '../../kind.ts';
import { edited, ORDERS } from '../example.ts';
import { toldOf } from './told.ts';

export default changeRule({
  code: 'SCHEMA_TEXT_CHANGED',
  verdict: 'editorial',
  says: 'In the schema `{schema}`, {what}.',
  why: 'Titles, descriptions and examples are for people; no message depends on them.',
  help: 'Nothing has to be done.',
  before: ORDERS,
  after: edited(ORDERS, ['An amount.', 'An amount of money.']),
  schema(edit, { report, judge, ...sides }) {
    if (edit.kind === 'words') report({ ...toldOf(edit, sides), ...judge(edit) });
  },
});
