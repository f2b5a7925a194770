import { list, object, ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { accountsIn } from './accounts-in.ts';

export const listUsers = operation({
  id: 'listUsers',
  path: '/api/v1/users',
  summary: 'Who has an account',
  tag: 'Access',
  about: 'process',
  needs: 'administer',
  parameters: {},
  answer: { description: 'All users, by name.', schema: object({ items: list(ref('UserView')) }) },
  run: async (_, call) => ({ items: await accountsIn(call).users.list() }),
});
