import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentsOf } from '../../test-support/chart-of.ts';
import { index } from '../lookup.ts';
import { relate } from './relate.ts';

const folder = join(import.meta.dirname, '../../../../corpus/asyncapi-spec');
const textOf = (path: string) => {
  try {
    return readFileSync(join(folder, path), 'utf8');
  } catch {
    return undefined;
  }
};
const entries = globSync('**/*.{yml,yaml}', { cwd: folder }).filter(path => /^asyncapi:/m.test(textOf(path) ?? ''));
const documents = await documentsOf(
  Object.fromEntries(entries.map(path => [path, textOf(path) ?? ''])),
  'spec',
  textOf,
);
const chart = relate(documents);

test('every operation of the specification’s examples is on the chart', () => {
  expect(documents.length).toBeGreaterThanOrEqual(24);
  const { serviceOfDocument, linksOfService } = index(chart);
  for (const { id, contract } of documents) {
    const service = serviceOfDocument.get(id);
    expect(service, id).toBeDefined();
    const links = linksOfService.get(service?.id ?? '') ?? [];
    for (const operation of contract.operations) {
      const shown = links.some(({ evidence }) =>
        evidence.some(seen => seen.document === id && seen.operation === operation.id),
      );
      expect(shown, `${id} ${operation.id}`).toBe(true);
    }
  }
});

test('the parts of one example organisation find each other', () => {
  const sends = chart.links.filter(({ service, action }) => service.includes('backend') && action === 'send');
  const receivers = chart.links.filter(
    ({ action, channel, service }) =>
      action === 'receive' && !service.includes('backend') && sends.some(link => link.channel === channel),
  );
  expect(receivers.length).toBeGreaterThan(0);
});
