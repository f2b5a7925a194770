import { cookieOf } from '../../http/cookies.ts';
import { list, object, ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { accountsIn } from './accounts-in.ts';

export const listSessions = operation({
  id: 'listSessions',
  path: '/api/v1/account/sessions',
  summary: 'Where one has signed in',
  tag: 'Access',
  about: 'process',
  needs: 'account',
  parameters: {},
  answer: {
    description: 'Sessions that have not ended, newest first.',
    schema: object({ items: list(ref('SessionView')) }),
  },
  async run(_, call) {
    const secret = cookieOf('portolan', call.request, call.serving);
    return { items: await accountsIn(call).sessions(call.principal, secret) };
  },
});
