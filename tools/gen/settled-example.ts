import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { Example, FindingKind } from '@portolan/base';
import { diff } from '@portolan/changes';
import {
  expiredAmong,
  expiredWaivers,
  judge,
  type ReportedDocument,
  type Settings,
  settingsKinds,
  unusedAmong,
  unusedDecisions,
  unusedDirections,
  waiverOf,
  withRanges,
} from '@portolan/checks';
import { readText, type SourceFile } from '@portolan/contract';
import { openSettings } from '@portolan/control';

/** What is said of waivers and sign-offs when `before/orders.yaml` is what the document was. */
async function ofDecisions(settings: Settings, texts: Readonly<Record<string, string>>, today: string, root: string) {
  const contracts = await Promise.all(
    ['before/orders.yaml', 'orders.yaml'].map(async path => {
      const text = texts[path];
      return text === undefined ? undefined : (await readText('orders.yaml', text, () => undefined)).contract;
    }),
  );
  const [before, after] = contracts;
  const changes = before && after ? diff(before, after) : [];
  const used = new Set(
    changes.map(({ id }) => waiverOf(settings.waivers, { id, location: 'orders.yaml' }, { today, root })),
  );
  return [
    ...expiredWaivers(settings.waivers, today),
    ...unusedDecisions(settings, decision => [...used].some(waiver => waiver === decision), today),
  ];
}

/**
 * What is said of the example of a kind of finding about settings: it is put into a folder, its `portolan.yaml` is read
 * as every other one is, and the document beside it judged by that.
 */
export async function settledExample(kind: FindingKind, example: Example): Promise<ReportedDocument> {
  const texts = typeof example === 'string' ? {} : example;
  const root = await realpath(await mkdtemp(join(tmpdir(), 'portolan-settings-')));
  try {
    for (const [name, text] of Object.entries(texts)) {
      await mkdir(dirname(join(root, name)), { recursive: true });
      await writeFile(join(root, name), text);
    }
    const plugins = kind.code !== settingsKinds.SETTINGS_PLUGIN_NOT_LOADED.code;
    const reader = openSettings({ top: root, plugins, shown: path => relative(root, path) });
    const { settings, team, files } = await reader.of(join(root, 'orders.yaml'));
    const read = await readText('orders.yaml', texts['orders.yaml'] ?? '', () => undefined);
    const today = '2026-01-01';
    const { findings, used, settled } = await judge(read, { settings, team, today, root });
    const about = [
      ...expiredAmong(settings.excludes, today),
      ...unusedAmong(settings.excludes, exclude => used.includes(exclude), today),
      ...unusedDirections(settings.directions, direction => settled.includes(direction)),
      ...(await ofDecisions(settings, texts, today, root)),
    ];
    const all: SourceFile[] = [...files.map(({ location, text }) => ({ location, text })), ...read.files];
    const placed = withRanges(about, origin =>
      files.find(({ location }) => location === origin.source)?.locate(origin),
    );
    return {
      location: 'portolan.yaml',
      findings: [...files.flatMap(file => file.findings), ...placed, ...findings],
      files: all,
    };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
