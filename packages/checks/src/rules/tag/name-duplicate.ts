import { at, removal } from '../../context.ts';
import { ownTags, type Tagged } from '../../facts/tags.ts';
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
    const { servers, channels, operations, messages } = contract;
    const nodes: readonly Tagged[] = [ownTags(contract), ...servers, ...channels, ...operations, ...messages];
    for (const node of nodes) {
      for (const [index, { name, description }] of node.tags.entries()) {
        const first = node.tags.findIndex(tag => tag.name === name);
        if (first === index) continue;
        // Which of two descriptions is the right one is not for a program to say.
        const same = description === undefined || description === node.tags[first]?.description;
        const fix = same ? removal(at(node, 'tags', index), `Remove the second “${name}”`) : undefined;
        report(at(node, 'tags', index, 'name'), { name }, undefined, fix);
      }
    }
  },
});
