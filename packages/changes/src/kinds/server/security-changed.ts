import type { Operation, Server } from '@portolan/contract';
import type { Context } from '../../context.ts';
import { changeRule } from '../../kind.ts';
import { sidesOf } from '../../places.ts';
import { edited, ORDERS } from '../example.ts';
import { securityChange } from './ways-in.ts';

const rule = changeRule({
  code: 'SECURITY_CHANGED',
  verdict: 'breaking',
  says: 'What {thing} asks of clients changed: {done}.',
  why: 'Requirements are alternatives: whoever gets in by one that is gone does not get in any more.',
  help: 'Offer the new way in beside the old one, and take that away when nobody uses it.',
  before: ORDERS,
  after: edited(ORDERS, [
    `    security: [{ $ref: '#/components/securitySchemes/password' }]
`,
    `    security: [{ type: X509 }]
`,
  ]),
  server: ({ before, after }, context) => looked('server', before, after, context),
  operation: ({ before, after }, context) => looked('operation', before, after, context),
});

function looked(
  kind: 'server' | 'operation',
  before: Server | Operation | undefined,
  after: Server | Operation | undefined,
  context: Context,
) {
  if (!before || !after) return;
  const change = securityChange(before.security, after.security, context);
  if (!change) return;
  const subject = { kind, name: after.id } as const;
  const params = { thing: `the ${kind} \`${after.id}\``, done: change.says };
  context.report({ subject, params, verdict: change.verdict, ...sidesOf({ before, after }, 'security') });
}

export default rule;
