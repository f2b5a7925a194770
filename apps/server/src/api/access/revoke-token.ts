import { faults as control } from '@portolan/control';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';
import { accountsIn } from './accounts-in.ts';

export const revokeToken = operation({
  id: 'revokeToken',
  method: 'DELETE',
  path: '/api/v1/tokens/{id}',
  summary: 'Revoke a token',
  description: 'At once and for good. One’s own; for administrators, any.',
  tag: 'Access',
  about: 'process',
  needs: 'known',
  parameters: { id: idOf('token') },
  answer: { description: 'The token.', schema: ref('TokenView') },
  faults: [control.TOKEN_UNKNOWN],
  run: ({ id }, call) => accountsIn(call).tokens.revoke(call.principal, id),
});
