import { expect, test } from 'vitest';
import { document, filled, knownOf, temporaryFolder } from '../test-support.ts';
import { scoreView } from './score-view.ts';
import { documentSummary } from './summaries.ts';

test('a score tells what lost most first, with the lines where that is mended', async () => {
  const known = await knownOf(filled(temporaryFolder(), { 'a.yaml': document('A') }));
  const [it] = [...known.snapshot.documents.values()];
  if (!it?.score) throw new Error('there is no score');
  const { points, of, criteria } = scoreView(it.score);
  expect(of).toBe(100);
  expect(documentSummary(known, it).score).toBe(points);
  const lost = criteria.map(criterion => criterion.of - criterion.earned);
  expect(lost).toEqual(lost.toSorted((a, b) => b - a));
  expect(lost.reduce((sum, each) => sum + each, 0)).toBe(100 - points);
  const channels = criteria.find(({ id }) => id === 'channels-described');
  expect(channels?.missing).toEqual([
    { what: 'Channel `placed` has neither a summary nor a description.', file: 'a.yaml', line: 6 },
  ]);
});
