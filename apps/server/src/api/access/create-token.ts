import { faults as control, type NewToken } from '@portolan/control';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { sent } from '../schemas/access.ts';
import { accountsIn } from './accounts-in.ts';

export const createToken = operation({
  id: 'createToken',
  method: 'POST',
  path: '/api/v1/tokens',
  summary: 'Make a token',
  description:
    'A token may do no more than who makes it, and stops with them; one that administrators make `shared` belongs to ' +
    'nobody. The secret is in this answer only.',
  tag: 'Access',
  about: 'process',
  needs: 'known',
  parameters: {},
  body: { description: 'The token.', schema: sent.newToken },
  answer: { status: 201, description: 'The token and its secret.', schema: ref('MadeToken') },
  faults: [control.TOKEN_TOO_LONG],
  run: (_, call) => accountsIn(call).tokens.create(call.principal, call.body as NewToken),
});
