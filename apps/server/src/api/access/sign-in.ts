import { faults as control } from '@portolan/control';
import { cookieOf } from '../../http/cookies.ts';
import { visitOf } from '../../http/recognise.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { sent } from '../schemas/access.ts';
import { accountsIn, giveSession } from './accounts-in.ts';

export const signIn = operation({
  id: 'signIn',
  method: 'POST',
  path: '/api/v1/session',
  summary: 'Sign in with a name and a password',
  description:
    'Starts a session, whose cookie comes with the answer. Unknown names and wrong passwords are one answer after the ' +
    'same work; tries are counted by name and by address.',
  tag: 'Access',
  about: 'process',
  needs: 'nothing',
  parameters: {},
  body: { description: 'Who signs in.', schema: sent.signIn },
  answer: { status: 201, description: 'Who has signed in.', schema: ref('UserView') },
  faults: [control.SIGN_IN_REFUSED, control.TOO_MANY_TRIES, control.SIGN_IN_BUSY, control.NO_ACCOUNTS],
  async run(_, call) {
    const given = call.body as { name: string; password: string };
    const before = cookieOf('portolan', call.request, call.serving);
    const begun = await accountsIn(call).signIn(given, visitOf(call.request), before);
    giveSession(begun, call);
    return begun.user;
  },
});
