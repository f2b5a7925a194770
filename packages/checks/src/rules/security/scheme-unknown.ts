import { at } from '../../context.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 2.6.0
info:
  title: Orders
  version: 1.0.0
servers:
  production:
    url: kafka.example.com:9093
    protocol: kafka-secure
    security:
      - login: []
channels: {}
components:
  securitySchemes:
    login:
      type: scramSha512
`;

export default rule({
  code: 'SECURITY_SCHEME_UNKNOWN',
  severity: 'error',
  says: 'The security scheme `{scheme}` that `{node}` requires is not defined.',
  why: 'Nobody can tell which credentials are needed to connect.',
  help: 'Add `{scheme}` to `components.securitySchemes`, or correct the name.',
  source: 'AsyncAPI 2.6.0, Security Requirement Object',
  bad: good.replace('- login: []', '- signin: []'),
  good,
  contract({ servers, operations }, { report, securityScheme }) {
    for (const node of [...servers, ...operations]) {
      for (const { scheme } of node.security) {
        if (!securityScheme(scheme)) report(at(node, 'security'), { scheme, node: node.id });
      }
    }
  },
});
