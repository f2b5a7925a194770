import type { Origin } from '@portolan/base';
import type { SecurityScheme } from '@portolan/contract';
import { at } from '../../context.ts';
import { isMap, textsOf } from '../../facts/json.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
servers:
  production:
    host: ws.example.com
    protocol: wss
    security:
      - $ref: '#/components/securitySchemes/login'
components:
  securitySchemes:
    login:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: https://login.example.com/token
          availableScopes:
            orders.read: Read orders.
      scopes:
        - orders.read
`;

export default rule({
  code: 'SECURITY_SCOPE_UNDECLARED',
  severity: 'error',
  says: 'The scope `{scope}` is required, but no flow of `{scheme}` offers it.',
  why: 'A client asks for exactly the scopes that are listed. The authorisation server answers one it does not know with a refusal.',
  help: 'Add `{scope}` to the scopes of a flow with a short description, or correct the name.',
  source: 'AsyncAPI 3.1.0, Security Scheme Object, scopes; OAuth Flow Object, availableScopes',
  bad: good.replace('- orders.read', '- orders.write'),
  good,
  contract({ securitySchemes, servers, operations }, { report, securityScheme }) {
    const tell = (scheme: SecurityScheme, scopes: readonly string[], place: (index: number) => Origin) => {
      const offered = offeredBy(scheme);
      // Without any flow there is no list to compare with, which SECURITY_FLOWS_EMPTY tells.
      if (!offered) return;
      for (const [index, scope] of scopes.entries()) {
        if (!offered.includes(scope)) report(place(index), { scope, scheme: scheme.id });
      }
    };
    // 3.x lists the needed scopes in the scheme itself, 2.x where the scheme is required.
    for (const scheme of securitySchemes.filter(({ type }) => type === 'oauth2')) {
      tell(scheme, textsOf(scheme.details.scopes), index => at(scheme, 'scopes', index));
    }
    for (const node of [...servers, ...operations]) {
      for (const requirement of node.security) {
        const scheme = securityScheme(requirement.scheme);
        if (scheme?.type !== 'oauth2' || scheme.details.scopes !== undefined) continue;
        tell(scheme, requirement.scopes, () => at(node, 'security'));
      }
    }
  },
});

/** The scopes of all flows; undefined for a scheme without any. */
function offeredBy(scheme: SecurityScheme): string[] | undefined {
  const flows = isMap(scheme.details.flows) ? Object.values(scheme.details.flows).filter(isMap) : [];
  if (flows.length === 0) return undefined;
  return flows.flatMap(flow => {
    const scopes = flow.availableScopes ?? flow.scopes;
    return isMap(scopes) ? Object.keys(scopes) : [];
  });
}
