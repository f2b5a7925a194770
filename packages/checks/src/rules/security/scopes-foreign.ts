import { at } from '../../context.ts';
import { rule } from '../../rule.ts';

const bad = `asyncapi: 2.6.0
info:
  title: Orders
  version: 1.0.0
servers:
  production:
    url: kafka.example.com:9092
    protocol: kafka
    security:
      - sasl:
          - orders:read
channels:
  orders.placed:
    subscribe:
      message:
        payload:
          type: string
components:
  securitySchemes:
    sasl:
      type: scramSha512
`;

/** Schemes whose requirements may name scopes. */
const SCOPED = new Set(['oauth2', 'openIdConnect']);

export default rule({
  code: 'SECURITY_SCOPES_FOREIGN',
  severity: 'error',
  says: 'The requirement of `{scheme}` lists scopes, but a scheme of type `{type}` has none.',
  why: 'Whoever reads the list believes that access is limited to it, while nothing checks it.',
  help: 'Leave the list empty, or require a scheme of type `oauth2` or `openIdConnect`.',
  source: 'AsyncAPI 2.6.0, Security Requirement Object',
  bad,
  good: bad.replace('- sasl:\n          - orders:read', '- sasl: []'),
  contract({ servers, operations }, { report, securityScheme }) {
    for (const node of [...servers, ...operations]) {
      for (const { scheme: id, scopes } of node.security) {
        const scheme = securityScheme(id);
        if (!scheme || scopes.length === 0 || SCOPED.has(scheme.type)) continue;
        report(at(node, 'security'), { scheme: id, type: scheme.type });
      }
    }
  },
});
