import { setCookie } from '../../http/cookies.ts';
import { boolean, object } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { accountsIn } from './accounts-in.ts';

export const endSessions = operation({
  id: 'endSessions',
  method: 'DELETE',
  path: '/api/v1/account/sessions',
  summary: 'Sign out everywhere',
  description: 'Ends all sessions of the user, this one included. Tokens stay.',
  tag: 'Access',
  about: 'process',
  needs: 'account',
  parameters: {},
  answer: { description: 'They have ended.', schema: object({ ended: boolean }) },
  async run(_, call) {
    await accountsIn(call).signOutEverywhere(call.principal);
    setCookie('portolan', undefined, 0, call);
    return { ended: true };
  },
});
