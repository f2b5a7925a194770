import { maturities } from '../../views/maturity.ts';
import { list, object, ref } from '../json-schema.ts';
import { operation } from '../operation.ts';

export const listMaturity = operation({
  id: 'listMaturity',
  path: '/api/v1/maturity',
  summary: 'How far every team has come',
  description:
    'The ladder from webhooks over streams to brokers, and what is documented, owned, versioned and tested. Services ' +
    'without an owner are the last entry; its team is empty.',
  tag: 'Chart',
  about: 'chart',
  needs: 'read',
  parameters: {},
  answer: { description: 'Every team, sorted by id.', schema: object({ items: list(ref('Maturity')) }) },
  run: (_, { known }) => ({ items: maturities(known) }),
});
