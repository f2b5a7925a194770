import { join, resolve } from 'node:path';
import { isUrl } from '@portolan/contract/text';
import { folder as folderSource } from '@portolan/control';
import { createFiles, type Files, referencesIn } from '@portolan/language';
import type { Buffers } from './buffers.ts';
import { locationIn, uriOfPath } from './uris.ts';

/** A folder that is open in the editor, with its documents and their parts, buffers before files. */
export interface Folder {
  /** Absolute path. */
  readonly path: string;
  /** Everything at hand at this moment. */
  files(): Promise<Files>;
  /** Locations of the documents that are known. */
  documents(): readonly string[];
  /** Text of a file by its location, from the editor or the disk. */
  load(location: string): Promise<string | undefined>;
  locationOf(path: string): string | undefined;
  pathOf(location: string): string;
  uriOf(location: string): string;
  /** A buffer has another text, or was opened or closed. */
  touched(): void;
  /** Files on the disk may have changed. */
  rescan(): void;
}

/** Opens a folder. Nothing is read until somebody asks. */
export function openFolder(path: string, buffers: Buffers): Folder {
  const root = resolve(path);
  const source = folderSource(root);
  /** Texts on the disk by location; undefined for what is not there. */
  let onDisk = new Map<string, string | undefined>();
  let documents: readonly string[] = [];
  let scanning: Promise<void> | undefined;
  let current: Files | undefined;
  let building: Promise<Files> | undefined;
  let turn = 0;

  const pathAt = (location: string) => join(root, location);
  const locationOf = (file: string) => locationIn(root, file);
  const uriOf = (location: string) => buffers.uri(pathAt(location)) ?? uriOfPath(pathAt(location));

  async function scan(): Promise<void> {
    const found = await source.scan().catch(() => undefined);
    documents = found?.documents ?? [];
    const texts = await Promise.all(documents.map(async location => [location, await source.load(location)] as const));
    onDisk = new Map(texts);
  }

  async function load(location: string): Promise<string | undefined> {
    const open = buffers.text(pathAt(location));
    if (open !== undefined) return open;
    if (!onDisk.has(location)) onDisk.set(location, isUrl(location) ? undefined : await source.load(location));
    return onDisk.get(location);
  }

  /** The documents and buffers, and what they refer to, until nothing new is named. */
  async function build(): Promise<Files> {
    scanning ??= scan();
    await scanning;
    const opened = buffers.paths().flatMap(file => locationOf(file) ?? []);
    const settings = await load('portolan.yaml');
    const texts = new Map<string, string>(settings === undefined ? [] : [['portolan.yaml', settings]]);
    const waiting = [...new Set([...documents, ...opened])];
    let files = createFiles(texts, uriOf, current);
    while (waiting.length > 0) {
      const batch = waiting.splice(0);
      for (const location of batch) {
        const text = await load(location);
        if (text !== undefined) texts.set(location, text);
      }
      files = createFiles(texts, uriOf, current);
      current = files;
      for (const location of batch) {
        const sketch = files.sketch(location);
        if (!sketch) continue;
        for (const { target } of referencesIn(sketch, location)) {
          if (!texts.has(target.location) && !isUrl(target.location)) waiting.push(target.location);
        }
      }
      const missing = new Set(
        waiting.filter(location => !(onDisk.has(location) && onDisk.get(location) === undefined)),
      );
      waiting.splice(0, waiting.length, ...missing);
    }
    return files;
  }

  return {
    path: root,
    documents: () => documents,
    load,
    locationOf,
    pathOf: pathAt,
    uriOf,
    async files() {
      const mine = turn;
      building ??= build();
      const files = await building;
      return mine === turn ? files : await this.files();
    },
    touched() {
      turn++;
      building = undefined;
    },
    rescan() {
      turn++;
      scanning = undefined;
      building = undefined;
    },
  };
}
