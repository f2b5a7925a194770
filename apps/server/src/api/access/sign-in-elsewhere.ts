import { faults as control, safePath, WAY_LIFE } from '@portolan/control';
import { setCookie } from '../../http/cookies.ts';
import { string } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { text } from '../parameter.ts';
import { accountsIn } from './accounts-in.ts';

/** Where the identity provider sends the browser back to. */
export const WAY_BACK = '/api/v1/sign-in/back';

export const signInElsewhere = operation({
  id: 'signInElsewhere',
  path: '/api/v1/sign-in',
  summary: 'Sign in at the identity provider',
  description: `For browsers, which are sent to the provider, come back to \`${WAY_BACK}\`, and go on to a page of the portal.`,
  tag: 'Access',
  about: 'process',
  needs: 'nothing',
  parameters: { next: text('Page of the portal to go to in the end; anything else is taken for the first page.') },
  answer: { status: 303, type: 'text/plain', description: 'The way to the provider.', schema: string },
  faults: [control.OIDC_AWAY, control.NO_ACCOUNTS],
  async run({ next }, call) {
    const { oidc } = accountsIn(call);
    if (!oidc) throw control.OIDC_SETTINGS({ reason: 'there is no identity provider' });
    const { url, secret } = await oidc.begin(`${call.serving.publicUrl()}${WAY_BACK}`, safePath(next));
    setCookie('portolan-way', secret, WAY_LIFE / 1_000, call);
    return await call.reply.redirect(url, 303);
  },
});
