import { changeRule } from '../../kind.ts';
import { edited, ORDERS } from '../example.ts';
import { toldOf } from './told.ts';

export default changeRule({
  code: 'SCHEMA_RENAMED',
  verdict: 'non-breaking',
  says: 'The schema `{before}` is called `{schema}` now.',
  why: 'What it says is the same; only what refers to the name changes.',
  help: 'Tell those who generate code from the names.',
  before: ORDERS,
  after: edited(
    ORDERS,
    ["'#/components/schemas/Cancelled'", "'#/components/schemas/Withdrawn'"],
    ['    Cancelled: {', '    Withdrawn: {'],
  ),
  schema(edit, { report, judge, ...sides }) {
    if (edit.kind !== 'name') return;
    const { params, ...told } = toldOf(edit, sides);
    report({
      ...told,
      ...judge(edit),
      params: { ...params, before: edit.before?.schema ?? '' },
      verdict: 'non-breaking',
    });
  },
});
