import { cookieOf, setCookie } from '../../http/cookies.ts';
import { boolean, object } from '../json-schema.ts';
import { operation } from '../operation.ts';

export const signOut = operation({
  id: 'signOut',
  method: 'DELETE',
  path: '/api/v1/session',
  summary: 'Sign out',
  description: 'Ends the session of the cookie. It is no mistake when there is none.',
  tag: 'Access',
  about: 'process',
  needs: 'nothing',
  parameters: {},
  answer: { description: 'Whether there was a session.', schema: object({ ended: boolean }) },
  async run(_, call) {
    const { serving, request, principal } = call;
    const secret = cookieOf('portolan', request, serving);
    const ended = secret !== undefined && principal.kind === 'user';
    if (ended) await serving.access.accounts?.signOut(principal, secret);
    setCookie('portolan', undefined, 0, call);
    return { ended };
  },
});
