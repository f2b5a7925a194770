import { stat } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { isObject } from '@portolan/base';
import { at, keyOf, type Rule, rule, type TeamRuleDefinition, type TeamRuleTools } from '@portolan/checks';

const TOOLS: TeamRuleTools = Object.freeze({ rule: withExamples, at, keyOf });

/** The visitors that a rule may have. */
const VISITORS = [
  'contract',
  'info',
  'server',
  'channel',
  'operation',
  'message',
  'schema',
  'subschema',
  'securityScheme',
] as const;

/**
 * Runs a module of a team's own rules and gives the rules. It is run anew when its file has changed; what it imports is
 * not looked at.
 *
 * @param path absolute path of the module, in JavaScript or in TypeScript that Node can strip
 * @param from what its rules say of where they come from
 * @throws Error with a reason for people, without a full stop
 */
export async function loadPlugin(path: string, from: string): Promise<Rule[]> {
  const stats = await stat(path).catch(() => undefined);
  if (!stats?.isFile()) throw new Error('there is no such file');
  const url = pathToFileURL(path);
  url.searchParams.set('changed', String(stats.mtimeMs));
  const module: { default?: unknown } = await import(url.href);
  if (module.default === undefined) throw new Error('it has no default export');
  const made = await (typeof module.default === 'function' ? module.default(TOOLS) : module.default);
  return (Array.isArray(made) ? made : [made]).map((one, index) => ({ ...checked(one, index), from }));
}

function checked(made: unknown, index: number): Rule {
  const name =
    isObject(made) && typeof made.code === 'string' ? `its rule ${made.code}` : `its rule number ${index + 1}`;
  if (!isObject(made)) throw new Error(`${name} is no rule`);
  if (typeof made.code !== 'string' || !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(made.code)) {
    throw new Error(`${name} has no code in capitals, such as TEAM_CHANNEL_NAME`);
  }
  for (const member of ['says', 'why', 'help'] as const) {
    if (typeof made[member] !== 'string') throw new Error(`${name} lacks \`${member}\``);
  }
  if (!['error', 'warning', 'info'].includes(String(made.severity))) throw new Error(`${name} has no severity`);
  if (!VISITORS.some(visitor => typeof made[visitor] === 'function')) {
    throw new Error(`${name} looks at nothing: it has none of ${VISITORS.join(', ')}`);
  }
  return withExamples(made as unknown as TeamRuleDefinition);
}

function withExamples(definition: TeamRuleDefinition): Rule {
  return rule({ bad: '', good: '', ...definition });
}
