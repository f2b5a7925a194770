import { Fault } from '@portolan/base';
import { cookieOf, setCookie } from '../../http/cookies.ts';
import { visitOf } from '../../http/recognise.ts';
import { string } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { accountsIn, giveSession } from './accounts-in.ts';
import { WAY_BACK } from './sign-in-elsewhere.ts';

export const signInBack = operation({
  id: 'signInBack',
  path: WAY_BACK,
  summary: 'The way back from the identity provider',
  description: 'For browsers that the provider sends back. What goes wrong is told on the sign-in page.',
  tag: 'Access',
  about: 'process',
  needs: 'nothing',
  parameters: {},
  anyQuery: true,
  answer: { status: 303, type: 'text/plain', description: 'The way on to the portal.', schema: string },
  async run(_, call) {
    const { request, reply, serving } = call;
    const secret = cookieOf('portolan-way', request, serving);
    setCookie('portolan-way', undefined, 0, call);
    try {
      const current = new URL(request.url, serving.publicUrl());
      const before = cookieOf('portolan', request, serving);
      const begun = await accountsIn(call).oidc?.finish(current, secret, visitOf(request), before);
      if (begun) giveSession(begun, call);
      return await reply.redirect(begun?.next ?? '/', 303);
    } catch (error) {
      if (!(error instanceof Fault) || error.kind.status === 500) throw error;
      serving.log.warn({ code: error.code, reason: error.message }, 'sign-in at the identity provider failed');
      return await reply.redirect(`/sign-in?problem=${error.code}`, 303);
    }
  },
});
