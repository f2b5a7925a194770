import { at } from '../../context.ts';
import { listed } from '../../facts/json.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
  contact:
    name: Orders team
    url: https://wiki.example.com/orders
    email: orders@example.com
`;

export default rule({
  code: 'INFO_CONTACT_INCOMPLETE',
  severity: 'info',
  sets: ['strict'],
  says: 'The contact has no {missing}.',
  why: 'When messages go wrong at night, people need the name to ask for, the page with the phone numbers and the address to write to.',
  help: 'Add {missing} to `info.contact`.',
  bad: good.replace('    email: orders@example.com\n', ''),
  good,
  info(info, { report }) {
    const { contact } = info;
    if (!contact) return;
    const missing = (['name', 'url', 'email'] as const).filter(member => !contact[member]);
    if (missing.length > 0) report(at(info, 'contact'), { missing: listed(missing) });
  },
});
