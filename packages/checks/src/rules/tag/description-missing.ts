import { at } from '../../context.ts';
import { ownTags } from '../../facts/tags.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
  tags:
    - name: sales
      description: Everything between the shop window and the invoice.
`;

export default rule({
  code: 'TAG_DESCRIPTION_MISSING',
  severity: 'info',
  sets: ['strict'],
  says: 'Nothing says what the tag `{name}` means.',
  why: 'A tag that everybody understands in another way groups nothing.',
  help: 'Add a `description` of one sentence.',
  bad: good.slice(0, good.indexOf('      description:')),
  good,
  contract(contract, { report }) {
    const tagged = ownTags(contract);
    for (const [index, { name, description }] of tagged.tags.entries()) {
      if (!description?.trim()) report(at(tagged, 'tags', index), { name });
    }
  },
});
