import { changeRule } from '../../kind.ts';
import { edited, ORDERS } from '../example.ts';
import { toldOf } from './told.ts';

export default changeRule({
  code: 'SCHEMA_CHANGED',
  verdict: 'breaking',
  says: 'In the schema `{schema}`, {what}.',
  why: 'Whoever reads the messages has to understand all that is written after the change, and whoever writes them has to be understood. Both are tried out by comparing the schemas in the direction in which the messages flow.',
  help: 'Make room for the change beside what is there: a new optional field, a new message, a new channel.',
  before: ORDERS,
  after: edited(ORDERS, ['{ name: amount, type: long }', '{ name: amount, type: string }']),
  schema(edit, { report, judge, ...sides }) {
    if (edit.kind !== 'structure') return;
    const judgement = judge(edit);
    const help = judgement.differences.find(({ breaks }) => breaks === 'yes')?.help;
    report({ ...toldOf(edit, sides), ...judgement, ...(help !== undefined && { help }) });
  },
});
