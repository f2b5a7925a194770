import { everyDeprecated } from '../../facts/deprecated.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 2.0.0
channels:
  placed:
    address: orders.placed
    x-deprecated: true
    x-sunset: '2099-01-31'
    x-alternative: orders.placed.v2
`;

export default rule({
  code: 'DEPRECATION_UNDATED',
  severity: 'info',
  sets: ['strict'],
  says: 'Nothing says until when the deprecated {name} stays.',
  why: 'A deprecation without a day is no plan: nobody who uses it can say by when to be done, and nobody dares to take it away.',
  help: 'Add `x-sunset` with the day from which on it may be gone, such as `2027-01-31`.',
  source: 'RFC 8594, Sunset',
  bad: good.replace("    x-sunset: '2099-01-31'\n", ''),
  good,
  ...everyDeprecated(({ name, deprecation, origin }, { report }) => {
    if (deprecation.sunset === undefined && !deprecation.undated) report(origin, { name });
  }),
});
