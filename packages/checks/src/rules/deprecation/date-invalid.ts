import { everyDeprecated } from '../../facts/deprecated.ts';
import { listed } from '../../facts/json.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 2.0.0
channels:
  placed:
    address: orders.placed
    x-sunset: '2099-01-31'
    x-alternative: orders.placed.v2
`;

export default rule({
  code: 'DEPRECATION_DATE_INVALID',
  severity: 'warning',
  says: 'What {members} of {name} says is no day.',
  why: 'A day that no program can read is neither shown nor kept to.',
  help: 'Write the day as `2027-01-31`. Moments of RFC 3339 and the dates of HTTP headers are understood as well.',
  source: 'RFC 8594, Sunset; RFC 9745, Deprecation',
  bad: good.replace("'2099-01-31'", 'in spring'),
  good,
  ...everyDeprecated(({ name, deprecation: { undated }, origin }, { report }) => {
    if (undated) report(origin, { name, members: listed(undated) });
  }),
});
