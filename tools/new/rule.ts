import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const RULES = 'packages/checks/src/rules';

/** Visitors by the noun of a rule; every other noun looks at the whole contract. */
const VISITORS: Readonly<Record<string, string>> = {
  info: 'info',
  server: 'server',
  channel: 'channel',
  operation: 'operation',
  message: 'message',
  schema: 'subschema',
  security: 'securityScheme',
};

/** Writes the file of a new rule and says what to do with it. Refuses to overwrite one. */
export function newRule(
  [noun = '', name = '']: readonly string[],
  root = join(import.meta.dirname, '..', '..'),
): string {
  if (![noun, name].every(word => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(word))) {
    return 'Usage: npm run new rule <noun> <name>, both in lower case, such as: channel address-query';
  }
  const path = `${RULES}/${noun}/${name}.ts`;
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), ruleText(noun, name), { flag: 'wx' });
  return `Wrote ${path}.\nFill it in, then: npm run gen, npm test -- packages/checks`;
}

/** The text of a rule that says what is to be filled in, and whose test fails until it is. */
export function ruleText(noun: string, name: string): string {
  const visitor = VISITORS[noun] ?? 'contract';
  return `import { rule } from '../../rule.ts';

const good = \`asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
\`;

export default rule({
  code: '${`${noun}-${name}`.toUpperCase().replaceAll('-', '_')}',
  severity: 'warning',
  says: 'One sentence that names the thing and what is wrong with it: \`{name}\`.',
  why: 'What goes wrong for whom when it stays so.',
  help: 'What to write instead.',
  source: 'The section of the specification, or leave this line out for a house rule.',
  bad: good.replace('title: Orders', 'title: the same document with the mistake'),
  good,
  ${visitor}(${visitor}, { report }) {
    if (${visitor}.origin.pointer === 'where the mistake stands') report(${visitor}.origin, { name: '' });
  },
});
`;
}
