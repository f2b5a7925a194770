import type { Action, Message, Operation, SchemaDefinition } from '@portolan/contract';
import { compare } from '@portolan/schema/compare';
import { actionsOf, concerned } from '../concerned.ts';
import type { Matches } from '../match/match.ts';
import type { ChangeVerdict, Concerned, Judged, Pair } from '../model.ts';
import type { Side } from '../side.ts';
import { attribute } from './attribute.ts';
import { reachable } from './edits.ts';
import type { SchemaEdit } from './model.ts';

/** What an edit inside schemas does, and to whom. */
export interface Judgement {
  readonly verdict: ChangeVerdict;
  readonly reason?: string;
  readonly operations: readonly Concerned[];
  readonly messages: readonly string[];
  readonly differences: readonly Judged[];
}

export type SchemaJudge = (edit: SchemaEdit) => Judgement;

/** A schema that messages are written and read by, before and after, with the ways in which they flow. */
interface Use extends Pair<SchemaDefinition> {
  readonly message?: Message;
  readonly operations: readonly Operation[];
  readonly sure: ReadonlySet<Action>;
  /** Ways that nobody vouches for: uncertain directions, and messages that no operation names. */
  readonly unsure: boolean;
}

interface Outcome {
  readonly action: Action;
  readonly sure: boolean;
  readonly verdict: 'compatible' | 'incompatible' | 'not-checked';
  readonly reasons: readonly string[];
  readonly differences: readonly Judged[];
}

/**
 * Judges edits by comparing each message that they concern as a whole, in the direction in which it flows: a sender’s
 * schema after has to be readable by the one before, a receiver’s schema after has to read the one before.
 */
export function judgeOf(before: Side, after: Side, matches: Matches, edits: readonly SchemaEdit[]): SchemaJudge {
  const structural = edits.filter(({ kind }) => kind === 'structure');
  const uses = usesOf(before, after, matches);
  const reached = uses.map(use => ({
    before: reachable(use.before.id, before),
    after: reachable(use.after.id, after),
  }));
  const touching = new Map(edits.map(edit => [edit, uses.filter((_, index) => touches(edit, reached[index]))]));
  /** Edits that are known to break, with a message that shows it: further messages tell nothing new. */
  const shown = { send: new Set<SchemaEdit>(), receive: new Set<SchemaEdit>() };
  const outcomes = new Map<Use, ReadonlyMap<SchemaEdit, readonly Outcome[]>>();
  return edit => judged(edit, touching.get(edit) ?? []);

  function judged(edit: SchemaEdit, concernedUses: readonly Use[]): Judgement {
    const operations = concerned([...new Set(concernedUses.flatMap(use => use.operations))]);
    const messages = [...new Set(concernedUses.flatMap(({ message }) => message?.id ?? []))];
    if (edit.kind !== 'structure') return { verdict: 'editorial', operations, messages, differences: [] };
    const all = concernedUses.flatMap(use => outcomesOf(use).get(edit) ?? []);
    return {
      ...verdictOf(all),
      operations,
      messages,
      differences: distinct(all.flatMap(({ differences }) => differences)),
    };
  }

  function outcomesOf(use: Use): ReadonlyMap<SchemaEdit, readonly Outcome[]> {
    const known = outcomes.get(use);
    if (known) return known;
    const own = structural.filter(edit => touching.get(edit)?.includes(use));
    const found = new Map<SchemaEdit, Outcome[]>(own.map(edit => [edit, []]));
    for (const action of ['send', 'receive'] as const) {
      if (!use.unsure && !use.sure.has(action)) continue;
      if (own.every(edit => shown[action].has(edit))) continue;
      const [writer, reader] = action === 'send' ? [use.after, use.before] : [use.before, use.after];
      const sides = action === 'send' ? { writer: after, reader: before } : { writer: before, reader: after };
      const lookups = { writer: sides.writer.lookup, reader: sides.reader.lookup };
      const quick = compare(writer, reader, lookups, { witness: false });
      // Searching for messages takes longer than comparing, and each edit needs to be shown once.
      const search = quick.verdict !== 'compatible';
      const answer = search ? compare(writer, reader, lookups) : quick;
      const shares = attribute(answer, own, action);
      const reasons = answer.notCompared.map(({ reason }) => reason);
      for (const edit of own) {
        const differences = (shares.get(edit) ?? []).map(difference => ({
          ...difference,
          action,
          ...(use.message && { message: use.message.id }),
        }));
        const verdict = outcome(differences, reasons);
        if (use.sure.has(action) && differences.some(({ witness }) => witness)) shown[action].add(edit);
        found.get(edit)?.push({ action, sure: use.sure.has(action), verdict, reasons, differences });
      }
    }
    outcomes.set(use, found);
    return found;
  }
}

function outcome(differences: readonly Judged[], reasons: readonly string[]): Outcome['verdict'] {
  if (differences.some(({ breaks }) => breaks === 'yes')) return 'incompatible';
  return reasons.length > 0 || differences.some(({ breaks }) => breaks === 'not-checked')
    ? 'not-checked'
    : 'compatible';
}

/** What is certain counts; of what is not, both ways have to agree. */
function verdictOf(outcomes: readonly Outcome[]): { verdict: ChangeVerdict; reason?: string } {
  const sure = outcomes.filter(one => one.sure);
  if (sure.some(({ verdict }) => verdict === 'incompatible')) return { verdict: 'breaking' };
  const broken = new Set(outcomes.filter(({ verdict }) => verdict === 'incompatible').map(({ action }) => action));
  if (broken.size === 2) return { verdict: 'breaking' };
  if (broken.size === 1) {
    const way = broken.has('send') ? 'the application sends the message' : 'the application receives the message';
    return { verdict: 'not-checked', reason: `it breaks if ${way}, and nothing says so for certain` };
  }
  const open = outcomes.find(({ verdict }) => verdict === 'not-checked');
  if (outcomes.length > 0 && !open) return { verdict: 'non-breaking' };
  const [reason = open?.differences.find(({ breaks }) => breaks === 'not-checked')?.says] = open?.reasons ?? [];
  return { verdict: 'not-checked', reason: reason ?? 'no message uses the schema' };
}

/** The same difference in several messages is told once, with the first message as its witness. */
function distinct(differences: readonly Judged[]): Judged[] {
  const found = new Map<string, Judged>();
  for (const difference of differences) {
    const key = `${difference.action} ${difference.code} ${difference.says}`;
    const known = found.get(key);
    if (!known || (!known.witness && difference.witness)) found.set(key, difference);
  }
  return [...found.values()];
}

function touches(edit: SchemaEdit, reached: Pair<ReadonlySet<string>> | undefined): boolean {
  if (!reached) return false;
  return (
    (edit.after ? reached.after.has(edit.after.schema) : false) ||
    (edit.before ? reached.before.has(edit.before.schema) : false)
  );
}

function usesOf(before: Side, after: Side, { messages }: Matches): Use[] {
  const uses: Use[] = [];
  for (const pair of messages.pairs) {
    const operations = after.operationsOf(pair.after.id);
    for (const part of ['payload', 'headers'] as const) {
      const [left, right] = [pair.before[part], pair.after[part]];
      const [from, to] = [left && before.schemas.get(left), right && after.schemas.get(right)];
      if (from && to)
        uses.push({ before: from, after: to, message: pair.after, operations, ...flowOf(pair.after, operations) });
    }
  }
  const used = new Set(uses.flatMap(use => [...reachable(use.after.id, after)]));
  for (const schema of after.contract.schemas) {
    const from = used.has(schema.id) ? undefined : before.schemas.get(schema.id);
    if (from) uses.push({ before: from, after: schema, operations: [], sure: new Set(), unsure: true });
  }
  return uses;
}

/** A reply flows against its operation. */
function flowOf(message: Message, operations: readonly Operation[]): Pick<Use, 'sure' | 'unsure'> {
  const asked = operations.filter(({ messages }) => messages.includes(message.id));
  const replied = operations.filter(({ reply }) => reply?.messages.includes(message.id));
  const [ways, back] = [actionsOf(asked), actionsOf(replied)];
  const sure = new Set([
    ...ways.sure,
    ...[...back.sure].map(action => (action === 'send' ? 'receive' : 'send') as Action),
  ]);
  return {
    sure,
    unsure: operations.length === 0 || (asked.length > 0 && ways.unsure) || (replied.length > 0 && back.unsure),
  };
}
