import { at } from '../../context.ts';
import { isMap } from '../../facts/json.ts';
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
          availableScopes: {}
`;

export default rule({
  code: 'SECURITY_FLOWS_EMPTY',
  severity: 'warning',
  says: 'The scheme `{scheme}` is of type `oauth2` and describes no flow.',
  why: 'A flow says where a token is to be had. Without one, nobody can follow the requirement.',
  help: 'Describe at least one of `clientCredentials`, `authorizationCode`, `password` and `implicit` in `flows`.',
  bad: `${good.slice(0, good.indexOf('      flows:'))}      flows: {}\n`,
  good,
  securityScheme(scheme, { report }) {
    const { flows } = scheme.details;
    if (scheme.type !== 'oauth2' || !isMap(flows)) return;
    if (!Object.keys(flows).some(name => !name.startsWith('x-'))) report(at(scheme, 'flows'), { scheme: scheme.id });
  },
});
