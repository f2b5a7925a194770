import { faults as control } from '@portolan/control';
import { visitOf } from '../../http/recognise.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { sent } from '../schemas/access.ts';
import { accountsIn, giveSession } from './accounts-in.ts';

export const changePassword = operation({
  id: 'changePassword',
  method: 'PUT',
  path: '/api/v1/account/password',
  summary: 'Change one’s own password',
  description: 'Ends all other sessions of the user.',
  tag: 'Access',
  about: 'process',
  needs: 'account',
  parameters: {},
  body: { description: 'The old password and the new one.', schema: sent.passwords },
  answer: { description: 'The user.', schema: ref('UserView') },
  faults: [
    control.SIGN_IN_REFUSED,
    control.TOO_MANY_TRIES,
    control.PASSWORD_WEAK,
    control.PASSWORD_ELSEWHERE,
    control.SIGN_IN_BUSY,
  ],
  async run(_, call) {
    const passwords = call.body as { old: string; new: string };
    const begun = await accountsIn(call).changePassword(call.principal, passwords, visitOf(call.request));
    giveSession(begun, call);
    return begun.user;
  },
});
