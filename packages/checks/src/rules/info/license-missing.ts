import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
  license:
    name: Apache 2.0
    url: https://www.apache.org/licenses/LICENSE-2.0
`;

export default rule({
  code: 'INFO_LICENSE_MISSING',
  severity: 'info',
  sets: ['strict'],
  says: 'The document says nothing about a license.',
  why: 'People outside the organisation may not use what has no license, however open it is meant to be.',
  help: 'Add `info.license` with a `name`, and a `url` where the license has one.',
  bad: good.slice(0, good.indexOf('  license')),
  good,
  info(info, { report }) {
    if (!info.license?.name) report(info);
  },
});
