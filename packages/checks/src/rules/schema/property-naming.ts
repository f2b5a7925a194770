import { isMap } from '../../facts/json.ts';
import { caseOption, isWritten } from '../../facts/naming.ts';
import { keywordAt } from '../../facts/values.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
channels:
  placed:
    address: orders.placed
    messages:
      orderPlaced:
        payload:
          type: object
          properties:
            orderId:
              type: string
`;

export default rule({
  code: 'SCHEMA_PROPERTY_NAMING',
  severity: 'warning',
  sets: [],
  says: 'The member `{name}` is not written in {case}.',
  why: 'Members that are written alike in all messages need no looking up and no renaming in code. The specification leaves names open, so this rule is off until a team names it with a case of its own.',
  help: 'Rename the member together with its senders and receivers, or change the option `case` of this rule.',
  options: { case: caseOption('How the names of members are written.', 'camelCase') },
  bad: good.replace('orderId:', 'order_id:'),
  good,
  keywords: ['properties'],
  subschema(subschema, { options, report }) {
    const { properties } = subschema.keywords;
    if (!isMap(properties)) return;
    for (const name of Object.keys(properties)) {
      // Members such as `$schema`, `@type` and `_links` belong to languages of their own.
      if (/^[$@_]/.test(name) || isWritten(name, options.case)) continue;
      report({ ...keywordAt(subschema, 'properties', name), part: 'key' }, { name, case: String(options.case) });
    }
  },
});
