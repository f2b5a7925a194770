import { everyDeprecated } from '../../facts/deprecated.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 2.0.0
channels:
  placed:
    address: orders.placed
    x-deprecated:
      since: '2098-01-31'
      sunset: '2099-01-31'
      alternative: orders.placed.v2
`;

export default rule({
  code: 'DEPRECATION_SUNSET_EARLY',
  severity: 'warning',
  says: 'The {name} is to go on {sunset}, before it is deprecated on {since}.',
  why: 'Between being deprecated and being gone there is time to leave. Here there is none, so one of the days is wrong.',
  help: 'Mend the day that is wrong.',
  source: 'RFC 9745, section 4',
  bad: good.replace("since: '2098-01-31'", "since: '2099-02-28'"),
  good,
  ...everyDeprecated(({ name, deprecation: { since, sunset }, origin }, { report }) => {
    if (since !== undefined && sunset !== undefined && sunset < since) report(origin, { name, since, sunset });
  }),
});
