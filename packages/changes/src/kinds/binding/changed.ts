import { concerned } from '../../concerned.ts';
import { changeRule } from '../../kind.ts';
import { shown } from '../../values.ts';
import { edited, ORDERS } from '../example.ts';
import { effectOf } from './effects.ts';
import { bindingEdits, everyBound, placeOf } from './walk.ts';

export default changeRule({
  code: 'BINDING_CHANGED',
  verdict: 'breaking',
  says: '`{binding}` of {thing} is {after} instead of {before}.',
  why: 'Bindings say what is set up in the broker and how clients use it. What a change does depends on the setting; where Portolan does not know the setting, the change is not checked.',
  help: 'Look at what the change does to the broker before it is rolled out.',
  before: ORDERS,
  after: edited(ORDERS, ['partitions: 12', 'partitions: 6']),
  ...everyBound((kind, { before, after }, { report, after: side }) => {
    const edits = bindingEdits(before.bindings, after.bindings);
    if (edits.length === 0) return;
    const operations =
      kind === 'operation'
        ? side.contract.operations.filter(({ id }) => id === after.id)
        : kind === 'channel'
          ? side.operationsOn(after.id)
          : kind === 'message'
            ? side.operationsOf(after.id)
            : [];
    for (const { path, from, to } of edits) {
      const key = path.join('.');
      report({
        subject: { kind, name: after.id },
        key,
        params: { binding: key, thing: `the ${kind} \`${after.id}\``, before: shown(from), after: shown(to) },
        ...effectOf(kind, path, from, to, operations),
        before: placeOf(before, path, from),
        after: placeOf(after, path, to),
        operations: concerned(operations),
        messages: kind === 'message' ? [after.id] : [],
      });
    }
  }),
});
