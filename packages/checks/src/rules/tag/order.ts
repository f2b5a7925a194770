import { compareText } from '@portolan/base';
import { at } from '../../context.ts';
import { ownTags } from '../../facts/tags.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
  tags:
    - name: checkout
    - name: sales
`;

export default rule({
  code: 'TAG_ORDER',
  severity: 'info',
  sets: [],
  says: 'The tag `{name}` stands behind `{before}`, which comes after it in the alphabet.',
  why: 'A list in the order of the alphabet is quickly searched and gets no entry twice. The specification gives the order no meaning, so this rule is off until a team names it.',
  help: 'Sort the list by name.',
  bad: good.replace('    - name: checkout\n    - name: sales\n', '    - name: sales\n    - name: checkout\n'),
  good,
  contract(contract, { report }) {
    const tagged = ownTags(contract);
    for (const [index, { name }] of tagged.tags.entries()) {
      const before = tagged.tags[index - 1]?.name;
      if (before === undefined || compareText(before.toLowerCase(), name.toLowerCase()) <= 0) continue;
      report(at(tagged, 'tags', index), { name, before });
    }
  },
});
