import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
  description: Takes orders from the shop and tells everybody what becomes of them.
`;

export default rule({
  code: 'INFO_DESCRIPTION_MISSING',
  severity: 'info',
  says: 'The document does not say what `{title}` is for.',
  why: 'It is the first sentence that somebody from another team reads, and the text that search finds a service by.',
  help: 'Add `info.description`: what does the application do, and for whom?',
  bad: good.slice(0, good.indexOf('  description')),
  good,
  info(info, { report }) {
    if (!info.description?.trim() && !info.summary) report(info, { title: info.title });
  },
});
