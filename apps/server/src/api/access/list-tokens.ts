import { list, object, ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { accountsIn } from './accounts-in.ts';

export const listTokens = operation({
  id: 'listTokens',
  path: '/api/v1/tokens',
  summary: 'Tokens of programs',
  description: 'One’s own; for administrators, all.',
  tag: 'Access',
  about: 'process',
  needs: 'known',
  parameters: {},
  answer: {
    description: 'Tokens without their secrets, newest first.',
    schema: object({ items: list(ref('TokenView')) }),
  },
  run: async (_, call) => ({ items: await accountsIn(call).tokens.list(call.principal) }),
});
