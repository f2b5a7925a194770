import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
  tags:
    - name: sales
`;

export default rule({
  code: 'INFO_TAGS_MISSING',
  severity: 'info',
  sets: ['strict'],
  says: 'The document has no tags that say where `{title}` belongs.',
  why: 'Tags are how people narrow a list of a thousand applications to those of their part of the business.',
  help: 'Add `tags`: in `info` from 3.0 on, at the root before.',
  bad: good.slice(0, good.indexOf('  tags:')),
  good,
  info(info, { contract, report }) {
    if (contract.asyncapi !== undefined && info.tags.length === 0) report(info, { title: info.title });
  },
});
