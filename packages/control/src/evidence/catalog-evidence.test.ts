import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '@portolan/stores/sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCatalog } from '../catalog/open-catalog.ts';
import { folder } from '../sources/folder.ts';

let base: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'portolan-catalog-evidence-'));
});

afterEach(() => rm(base, { recursive: true, force: true }));

const orders = `asyncapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
channels: { placed: { address: orders.placed } }
operations: { placed: { action: send, channel: { $ref: '#/channels/placed' } } }
`;
const evidence = 'portolan: evidence/1\nchannels: { orders.placed: { senders: [orders, shop] } }\n';

test('the chart of a catalog follows the evidence of its sources, and tells what is wrong with it', async () => {
  const specs = join(base, 'specs');
  await mkdir(specs);
  await writeFile(join(specs, 'orders.yaml'), orders);
  await writeFile(join(specs, 'evidence.yaml'), evidence);
  const hints: (() => void)[] = [];
  const source = {
    ...folder(specs),
    watch(hint: () => void) {
      hints.push(hint);
      return { [Symbol.dispose]: () => undefined };
    },
  };
  const catalog = await openCatalog({ store: await openSqlite(join(base, 'portolan.db')), sources: [source] });
  try {
    const { chart } = catalog.snapshot();
    expect(chart.links).toMatchObject([{ service: 'orders', confidence: 'supported' }]);
    expect(chart.drift).toMatchObject([{ kind: 'sender-unknown', who: 'shop' }]);

    const changed = new Promise<void>(resolve => catalog.onChange(() => resolve()));
    await writeFile(join(specs, 'evidence.yaml'), evidence.replace('senders', 'sender'));
    for (const hint of hints) hint();
    await changed;
    const after = catalog.snapshot();
    expect(after.chart.drift).toEqual([]);
    expect(after.sources[0]?.problem).toContain('evidence.yaml:2: `channels/orders.placed` has no member `sender`.');
  } finally {
    await catalog.close();
  }
});
