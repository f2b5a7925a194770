import { at } from '../../context.ts';
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
  code: 'INFO_LICENSE_URL_MISSING',
  severity: 'info',
  sets: ['strict'],
  says: 'The license `{license}` has no link to its text.',
  why: 'Many licenses share a name and differ in a number. The text is what counts.',
  help: 'Add `url` to the license.',
  bad: good.replace('    url: https://www.apache.org/licenses/LICENSE-2.0\n', ''),
  good,
  info(info, { report }) {
    const { license } = info;
    if (license?.name && !license.url) report(at(info, 'license'), { license: license.name });
  },
});
