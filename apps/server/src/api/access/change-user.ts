import { faults as control, type UserChange } from '@portolan/control';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';
import { sent } from '../schemas/access.ts';
import { accountsIn } from './accounts-in.ts';

export const changeUser = operation({
  id: 'changeUser',
  method: 'PATCH',
  path: '/api/v1/users/{id}',
  summary: 'Change an account',
  description:
    'What is left out stays. A user who is disabled, or gets a new password, is signed out everywhere. Users are never ' +
    'removed, because the audit log speaks of them.',
  tag: 'Access',
  about: 'process',
  needs: 'administer',
  parameters: { id: idOf('user') },
  body: { description: 'What changes.', schema: sent.userChange },
  answer: { description: 'The user.', schema: ref('UserView') },
  faults: [
    control.USER_UNKNOWN,
    control.LAST_ADMINISTRATOR,
    control.PASSWORD_WEAK,
    control.PASSWORD_ELSEWHERE,
    control.SIGN_IN_BUSY,
    control.NO_ACCOUNTS,
  ],
  run: ({ id }, call) => accountsIn(call).users.change(call.principal, id, call.body as UserChange),
});
