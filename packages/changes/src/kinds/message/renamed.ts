import type { Message } from '@portolan/contract';
import { concerned } from '../../concerned.ts';
import { changeRule } from '../../kind.ts';
import { nameIn } from '../../match/match.ts';
import { edited, ORDERS } from '../example.ts';

export default changeRule({
  code: 'MESSAGE_RENAMED',
  verdict: 'non-breaking',
  says: 'The message `{before}` is called `{after}` now.',
  why: 'What it holds is the same; only what refers to the name changes.',
  help: 'Tell those who generate code, or recognise messages, by the name.',
  before: ORDERS,
  after: edited(
    ORDERS,
    [
      "      cancelled: { $ref: '#/components/messages/cancelled' }",
      "      cancelled: { $ref: '#/components/messages/withdrawn' }",
    ],
    [
      `    cancelled:
`,
      `    withdrawn:
`,
    ],
  ),
  message({ before, after }, { report, sameNaming, after: side }) {
    if (!before || !after || !sameNaming) return;
    if (!isNamed(before.id) || !isNamed(after.id)) return;
    // The id of a message in a file of its own is the file’s name, which is nobody’s business but the document’s.
    const keyed = isKeyed(before) && isKeyed(after);
    const [from, to] =
      before.name !== after.name ? [before.name, after.name] : keyed ? [nameIn(before.id), nameIn(after.id)] : [];
    if (from === undefined || from === to) return;
    const subject = { kind: 'message', name: after.id } as const;
    report({
      subject,
      params: { before: from, after: to ?? '' },
      before: before.origin,
      after: after.origin,
      operations: concerned(side.operationsOf(after.id)),
      messages: [after.id],
    });
  },
});

/** Messages of 2.x without a name are known by their operation. */
function isNamed(id: string): boolean {
  return !/\.message(\.\d+)?$/.test(id);
}

function isKeyed({ origin }: Message): boolean {
  return /\/messages\/[^/]+$/.test(origin.pointer);
}
