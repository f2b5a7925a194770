import { keysOf } from '@portolan/base';
import { prepare } from '@portolan/schema';
import { type Context, keyOf, type Placed } from '../context.ts';
import { shown } from '../facts/json.ts';
import { type Rule, rule, type Visitors } from '../rule.ts';
import { breachesOf, picks } from './conditions.ts';
import type { Assertion, Subject } from './model.ts';

/** Assertions as rules like all others, after the validator that some of them need has been loaded. */
export async function rulesOfAssertions(assertions: readonly Assertion[]): Promise<Rule[]> {
  const conditions = assertions.flatMap(({ where, must }) => [...where, ...must]);
  if (conditions.some(({ schema }) => schema !== undefined)) await prepare(['json-schema'], ['validate']);
  return assertions.map(ruleOf);
}

function ruleOf(assertion: Assertion): Rule {
  const { code, severity, origin } = assertion;
  return {
    ...rule({
      code,
      severity,
      says: assertion.says ?? sentenceOf(assertion),
      why: assertion.why ?? 'The team has agreed on it.',
      help: assertion.help ?? `Change it, or ask whoever looks after ${origin.source}.`,
      bad: assertion.bad ?? '',
      good: assertion.good ?? '',
      ...visitorsOf(assertion),
    }),
    from: origin.source,
  };
}

/** The visitors that bring an assertion to its nodes. */
function visitorsOf(assertion: Assertion): Visitors {
  const look = (name: (node: never) => string) => (node: Placed, context: Context) =>
    judge(assertion, node, name(node as never), context);
  const byId = look(({ id }: { id: string }) => id);
  const byName = look(({ name }: { name: string }) => name);
  const visitors: Readonly<Record<Subject, Visitors>> = {
    contract: { contract: look(({ info }: { info: { title: string } }) => info.title) },
    info: { info: look(({ title }: { title: string }) => title) },
    server: { server: byId },
    channel: { channel: byId },
    parameter: {
      channel: (channel, context) => {
        for (const parameter of channel.parameters) byName(parameter, context);
      },
    },
    operation: { operation: byId },
    message: { message: byName },
    schema: {
      subschema: ({ keywords, origin }, context) =>
        judge(assertion, { ...keywords, origin }, keysOf(origin.pointer).at(-1) ?? 'schema', context),
    },
    securityScheme: { securityScheme: byId },
  };
  return visitors[assertion.on];
}

function judge({ on, where, must }: Assertion, node: Placed, name: string, context: Context): void {
  if (!where.every(condition => picks(condition, node, context))) return;
  for (const condition of must) {
    for (const { value, origin, path, demand } of breachesOf(condition, node, context)) {
      const place = path === '' ? keyOf(node) : origin;
      context.report(place, { name, field: path, value: plain(value), demand, what: subjectOf(on, name, path) });
    }
  }
}

/** What an assertion says where the team gives it no words: its demand, with the names that each finding fills in. */
function sentenceOf({ on, must }: Assertion): string {
  if (must.every(({ field }) => field !== undefined)) return `\`{field}\` of ${WORDS[on]} \`{name}\` {demand}.`;
  return '{what} {demand}.';
}

/** `` `address` of channel `placed` ``, or the node itself where no member is named. */
function subjectOf(on: Subject, name: string, path: string): string {
  const node = `${WORDS[on]} \`${name}\``;
  return path === '' ? node.charAt(0).toUpperCase() + node.slice(1) : `\`${path}\` of ${node}`;
}

const WORDS: Readonly<Record<Subject, string>> = {
  contract: 'the document',
  info: 'the info of',
  server: 'server',
  channel: 'channel',
  parameter: 'parameter',
  operation: 'operation',
  message: 'message',
  schema: 'schema',
  securityScheme: 'security scheme',
};

function plain(value: unknown): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'string' ? value : shown(value);
}
