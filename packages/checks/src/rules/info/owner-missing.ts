import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
  contact:
    name: Team Checkout
    url: https://example.com/teams/checkout
`;

/** Extensions that people name an owner with. */
const OWNER_EXTENSIONS = ['x-owner', 'x-owners', 'x-team'];

export default rule({
  code: 'INFO_OWNER_MISSING',
  severity: 'info',
  says: 'Nobody is named who answers for `{title}`.',
  why: 'When a message breaks or is to change, the first question is whom to ask.',
  help: 'Add `info.contact` with the name of the team and how to reach it, or `x-owner` with the team’s name.',
  bad: good.slice(0, good.indexOf('  contact')),
  good,
  info(info, { contract, report }) {
    const { name, email } = info.contact ?? {};
    const extended = OWNER_EXTENSIONS.some(key => key in info.extensions || key in contract.extensions);
    if (!name && !email && !extended) report(info, { title: info.title });
  },
});
