import { compareText } from '@portolan/base';
import type { Contract } from '@portolan/contract';
import type { ChangeRule, Visitors } from './kind.ts';
import { changeRules } from './kinds/index.ts';
import { match } from './match/match.ts';
import type { Matched } from './match/one-to-one.ts';
import { type Change, type Sides, VERDICTS } from './model.ts';
import { contextOf, type Shared } from './reporting.ts';
import { schemaEdits } from './schemas/edits.ts';
import { judgeOf } from './schemas/judge.ts';
import { sideOf } from './side.ts';

/**
 * What changed between two states of one document: one entry for each edit, judged from the point of view of the
 * application. Names and places of things may change: what is the same is recognised. The gravest changes come first.
 *
 * @param rules kinds of change to look for; all when nothing is said
 */
export function diff(before: Contract, after: Contract, rules: readonly ChangeRule[] = changeRules): Change[] {
  const [left, right] = [sideOf(before), sideOf(after)];
  const matches = match(left, right);
  const edits = schemaEdits(left, right, matches);
  const sameNaming =
    isOld(before) === isOld(after) && (before.asyncapi === undefined) === (after.asyncapi === undefined);
  const shared: Shared = {
    before: left,
    after: right,
    matches,
    sameNaming,
    judge: judgeOf(left, right, matches, edits),
    changes: [],
  };
  for (const rule of rules) {
    const context = contextOf(shared, rule);
    rule.document?.({ before, after }, context);
    rule.info?.({ before: before.info, after: after.info }, context);
    visit(matches.servers, rule.server, context);
    visit(matches.channels, rule.channel, context);
    visit(matches.operations, rule.operation, context);
    visit(matches.messages, rule.message, context);
    if (rule.securityScheme) for (const pair of matches.securitySchemes.pairs) rule.securityScheme(pair, context);
    if (rule.schema) for (const edit of edits) rule.schema(edit, context);
  }
  return shared.changes.sort(inOrder);
}

type Visitor<T> = (sides: Sides<T>, context: Parameters<NonNullable<Visitors['server']>>[1]) => void;

function visit<T>(matched: Matched<T>, visitor: Visitor<T> | undefined, context: Parameters<Visitor<T>>[1]): void {
  if (!visitor) return;
  for (const pair of matched.pairs) visitor(pair, context);
  for (const before of matched.removed) visitor({ before }, context);
  for (const after of matched.added) visitor({ after }, context);
}

function isOld({ asyncapi }: Contract): boolean {
  return asyncapi?.startsWith('2.') ?? false;
}

function inOrder(a: Change, b: Change): number {
  return VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) || compareText(a.id, b.id);
}
