import { faults as control } from '@portolan/control';
import { visitOf } from '../../http/recognise.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { sent } from '../schemas/access.ts';
import { accountsIn, giveSession } from './accounts-in.ts';

export const setUp = operation({
  id: 'setUp',
  method: 'POST',
  path: '/api/v1/setup',
  summary: 'Make the first administrator',
  description: 'With the secret of the link that `portolan up` prints while nobody can sign in. It serves once.',
  tag: 'Access',
  about: 'process',
  needs: 'nothing',
  parameters: {},
  body: { description: 'The secret, and who the administrator is.', schema: sent.setup },
  answer: { status: 201, description: 'The administrator, who is signed in.', schema: ref('UserView') },
  faults: [
    control.SETUP_REFUSED,
    control.NAME_INVALID,
    control.PASSWORD_WEAK,
    control.SIGN_IN_BUSY,
    control.NO_ACCOUNTS,
  ],
  async run(_, call) {
    const { secret, ...draft } = call.body as { secret: string; name: string; password: string; title?: string };
    const begun = await accountsIn(call).setUp(secret, draft, visitOf(call.request));
    giveSession(begun, call);
    return begun.user;
  },
});
