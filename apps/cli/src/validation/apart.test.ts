import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gather } from '../documents/gather.ts';
import { startApart } from './apart.ts';
import { judgeAll } from './judge-all.ts';
import { settingsFor } from './settled.ts';

/** Documents enough for several threads, every third with a mistake. */
function folderOf(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-apart-'));
  for (let n = 0; n < count; n++) {
    const mistake = n % 3 === 0 ? 'chanels: {}\n' : '';
    const text = `asyncapi: 3.0.0\ninfo: { title: Service ${n}, version: 1.0.0 }\n${mistake}`;
    writeFileSync(join(folder, `${n}.yaml`), text);
  }
  return folder;
}

test.skipIf(availableParallelism() < 2)('several threads say what one says, in the same order', async () => {
  const folder = folderOf(150);
  try {
    const given = await gather([folder]);
    const reader = await settingsFor({});
    const apart = startApart(given.length, { paths: [folder], options: {} });
    expect((await apart.judged(1))?.report.location).toBe(given[1]?.location);
    const several = await judgeAll(given, [folder], reader, {}, { apart });
    const one = await judgeAll(given, [folder], reader, {});
    expect(several.report.summary).toEqual(one.report.summary);
    expect(several.report.documents.map(({ files, ...said }) => said)).toEqual(
      one.report.documents.map(({ files, ...said }) => said),
    );
    expect(several.report.summary.findings.error).toBe(50);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a share of documents that are not the same here and there is judged here', async () => {
  const folder = folderOf(130);
  try {
    const apart = startApart(200, { paths: [folder], options: {} });
    expect(await apart.judged(1)).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a few documents are left to this thread, and so is the standard input', async () => {
  expect(await startApart(10, { paths: ['specs'], options: {} }).judged(1)).toBeUndefined();
  expect(await startApart(1_000, { paths: ['-'], options: {} }).judged(1)).toBeUndefined();
});
