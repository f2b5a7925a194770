import { type Change, impactAnswer, TYPES } from '@portolan/chart';
import { prepare } from '@portolan/schema';
import { faults } from '../../faults.ts';
import type { ChangeWord, ImpactView } from '../../port.ts';
import { aimed } from '../../views/aim.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { choice, requiredText, text } from '../parameter.ts';

const CHANGES: readonly ChangeWord[] = ['remove', 'rename', 'retype', 'optional', 'narrow'];

export const getImpact = operation({
  id: 'getImpact',
  path: '/api/v1/impact',
  summary: 'Who breaks when something is changed, who does not, and of whom nobody knows',
  tag: 'Questions',
  about: 'chart',
  needs: 'read',
  parameters: {
    of: requiredText(
      'A message, channel or schema by its id or name, such as `message:orderplaced` or `OrderPlaced.total`.',
    ),
    field: text('Path of a field in it, such as `items[].sku`.'),
    change: choice(CHANGES, 'What is done to it; it is removed when nothing is said.'),
    to: text('The new name or the new type.'),
    values: text('The values that remain of an enumeration, parted by commas.'),
  },
  answer: { description: 'Each receiver with what becomes of it.', schema: ref('Impact') },
  faults: [faults.NOT_FOUND],
  async run({ of, field, ...wanted }, { known }): Promise<ImpactView> {
    await prepare(['protobuf'], ['outline']);
    const aim = aimed(known, of, field);
    const change = changeOf(wanted);
    if (aim.field === undefined && change.kind !== 'remove' && change.kind !== 'rename') {
      throw faults.PARAMETER_INVALID({ name: 'change', reason: `needs a field: ${aim.target.name} is the whole` });
    }
    return impactAnswer(known.snapshot.chart, known.charted, { ...aim, change }).facts;
  },
});

interface Wanted {
  readonly change: ChangeWord | undefined;
  readonly to: string | undefined;
  readonly values: string | undefined;
}

function changeOf({ change: kind = 'remove', to = '', values = '' }: Wanted): Change {
  if (kind === 'rename') {
    if (to.trim() === '') throw faults.PARAMETER_INVALID({ name: 'to', reason: 'is missing: what is the new name' });
    return { kind, to: to.trim() };
  }
  if (kind === 'retype') {
    const type = to.trim().toLowerCase();
    const reason = `has to be a type: ${TYPES.join(', ')}`;
    if (!TYPES.includes(type)) throw faults.PARAMETER_INVALID({ name: 'to', reason });
    return { kind, to: type };
  }
  if (kind !== 'narrow') return { kind };
  const remaining = values.split(',').flatMap(value => value.trim() || []);
  if (remaining.length === 0) throw faults.PARAMETER_INVALID({ name: 'values', reason: 'has to name what remains' });
  return { kind, values: remaining };
}
