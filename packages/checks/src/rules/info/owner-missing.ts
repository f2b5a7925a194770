import { namesOwner } from '../../facts/owner.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
  contact:
    name: Team Checkout
    url: https://example.com/teams/checkout
`;

export default rule({
  code: 'INFO_OWNER_MISSING',
  severity: 'info',
  says: 'Nobody is named who answers for `{title}`.',
  why: 'When a message breaks or is to change, the first question is whom to ask.',
  help: 'Add `info.contact` with the name of the team and how to reach it, or `x-owner` with the team’s name.',
  bad: good.slice(0, good.indexOf('  contact')),
  good,
  info(info, { contract, report }) {
    if (!namesOwner(contract)) report(info, { title: info.title });
  },
});
