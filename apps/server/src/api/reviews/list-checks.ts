import { faults } from '../../faults.ts';
import type { CheckList, CheckSummary } from '../../port.ts';
import { list, object, ref, string } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { cursorOf, paging, sequenceOfCursor } from '../paging.ts';
import { text } from '../parameter.ts';
import { reviewsIn } from './reviews-in.ts';

export const listChecks = operation({
  id: 'listChecks',
  path: '/api/v1/checks',
  summary: 'Checks that pipelines sent',
  tag: 'Changes',
  about: 'process',
  needs: 'read',
  parameters: { source: text('Name of a source.'), ...paging },
  answer: {
    description: 'Checks, newest first, without their reports.',
    schema: object({ items: list(ref('CheckSummary')) }, { next: string }),
  },
  faults: [faults.REVIEWS_OFF],
  async run({ source, limit, cursor }, { serving }): Promise<CheckList> {
    const before = cursor === undefined ? undefined : sequenceOfCursor(cursor);
    const page = { limit: limit + 1, ...(before !== undefined && { before }), ...(source !== undefined && { source }) };
    // One more than is shown tells whether there is a next page.
    const found = (await reviewsIn(serving).checks(page)) as readonly CheckSummary[];
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return { items, ...(last && { next: cursorOf(String(last.sequence)) }) };
  },
});
