import type { AuditList } from '../../port.ts';
import { list, object, ref, string } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { integer, text } from '../parameter.ts';

export const listAudit = operation({
  id: 'listAudit',
  path: '/api/v1/audit',
  summary: 'What was done, by whom, when and from where',
  tag: 'Access',
  about: 'process',
  needs: 'administer',
  parameters: {
    limit: integer({ min: 1, max: 500, otherwise: 100 }, 'How many entries to answer at most.'),
    before: integer(
      { min: 0, max: 999_999_999, otherwise: 0 },
      'Only entries below this sequence: `next` of the page before.',
    ),
    action: text('Only this action, such as `user.created`; `user.` for all that begin so.'),
    who: text('Only what this user or token did (its id).'),
    subject: text('Only what was done to this, such as `user:ada`.'),
  },
  answer: {
    description: 'Entries, newest first.',
    schema: object({ items: list(ref('AuditEntry')) }, { next: string }),
  },
  async run({ limit, before, action, who, subject }, { serving }): Promise<AuditList> {
    const entries = await serving.access.audit.list({
      limit: limit + 1,
      ...(before > 0 && { before }),
      ...(action !== undefined && { action }),
      ...(who !== undefined && { who }),
      ...(subject !== undefined && { subject }),
    });
    const items = entries.slice(0, limit);
    const last = items.at(-1);
    return { items, ...(entries.length > limit && last && { next: String(last.sequence) }) };
  },
});
