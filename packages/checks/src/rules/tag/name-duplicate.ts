import type { Tag } from '@portolan/contract';
import { at, type Placed } from '../../context.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
  tags:
    - name: sales
    - name: checkout
`;

export default rule({
  code: 'TAG_NAME_DUPLICATE',
  severity: 'error',
  says: 'The tag `{name}` stands twice in the same list.',
  why: 'Tags group things by name; two entries of one name may describe it differently, and one of them is never shown.',
  help: 'Keep one of them.',
  source: 'AsyncAPI 2.6.0, AsyncAPI Object, tags; AsyncAPI 3.1.0, Tags Object',
  bad: good.replace('name: checkout', 'name: sales'),
  good,
  contract(contract, { report }) {
    const { info, servers, channels, operations, messages } = contract;
    // Tags of the application stand at the root of 2.x documents and inside `info` from 3.0 on.
    const whole = contract.asyncapi.startsWith('2.') ? { tags: info.tags, origin: contract.origin } : info;
    const nodes: readonly (Placed & { readonly tags: readonly Tag[] })[] = [
      whole,
      ...servers,
      ...channels,
      ...operations,
      ...messages,
    ];
    for (const node of nodes) {
      for (const [index, { name }] of node.tags.entries()) {
        const first = node.tags.findIndex(tag => tag.name === name);
        if (first < index) report(at(node, 'tags', index, 'name'), { name });
      }
    }
  },
});
