import type { Catalog } from '@portolan/control';
import { listEntries } from '../../changes/list-entries.ts';
import { list, object, ref, string } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { cursorOf, paging, sequenceOfCursor } from '../paging.ts';
import { integer, text } from '../parameter.ts';
import { narrowed, timeOf } from './narrowed.ts';

export const listChanges = operation({
  id: 'listChanges',
  path: '/api/v1/changes',
  summary: 'What changed in the documents, newest first',
  description:
    'Each revision is compared with the one before it. A page may have fewer entries than asked for although there is ' +
    'a next one.',
  tag: 'Changes',
  about: 'chart',
  needs: 'read',
  parameters: {
    since: text('Only what was recorded since this day or time, such as 2026-03-01.'),
    ...narrowed,
    limit: integer({ min: 1, max: 100, otherwise: 25 }, 'How many entries to answer at most.'),
    cursor: paging.cursor,
  },
  answer: {
    description: 'A page of what happened.',
    schema: object({ items: list(ref('ChangeEntry')) }, { next: string }),
  },
  async run({ since, limit, cursor, ...filter }, { known, serving }) {
    const before = cursor === undefined ? undefined : sequenceOfCursor(cursor);
    const from = timeOf('since', since);
    const page = { limit, before };
    const { entries, next } = await listEntries(serving.catalog() as Catalog, known, { ...filter, since: from }, page);
    return { items: entries, ...(next !== undefined && { next: cursorOf(String(next)) }) };
  },
});
