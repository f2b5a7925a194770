import { faults as control, type NewUser } from '@portolan/control';
import { faults as stores } from '@portolan/stores/faults';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { sent } from '../schemas/access.ts';
import { accountsIn } from './accounts-in.ts';

export const createUser = operation({
  id: 'createUser',
  method: 'POST',
  path: '/api/v1/users',
  summary: 'Make an account',
  tag: 'Access',
  about: 'process',
  needs: 'administer',
  parameters: {},
  body: {
    description: 'The user. The password is for the first sign-in; tell it them on a safe way.',
    schema: sent.newUser,
  },
  answer: { status: 201, description: 'The user.', schema: ref('UserView') },
  faults: [control.NAME_INVALID, control.PASSWORD_WEAK, stores.NAME_TAKEN, control.SIGN_IN_BUSY, control.NO_ACCOUNTS],
  run: (_, call) => accountsIn(call).users.create(call.principal, call.body as NewUser),
});
