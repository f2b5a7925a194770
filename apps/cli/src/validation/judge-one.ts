import type { Load } from '@portolan/contract';
import type { Governing } from '@portolan/control';
import type { GivenDocument } from '../documents/given.ts';
import { type JudgedDocument, judge } from '../documents/judge.ts';
import { judgingBy, type SettingsChoice } from './settled.ts';

/** Texts by location that a document was made of; undefined for files that are not there. */
export type Asked = ReadonlyMap<string, string | undefined>;

/** A document as it was judged, and all that it was made of. */
export interface JudgedOne {
  readonly judged: JudgedDocument;
  readonly asked: Asked;
}

/** Reads a document that was given, and judges it by the settings that govern it. Faults: CLI_FILE_UNREADABLE. */
export async function judgeOne(document: GivenDocument, by: Governing, choice: SettingsChoice): Promise<JudgedOne> {
  const { location, load } = document;
  const text = await document.text();
  const asked = new Map<string, string | undefined>([[location, text]]);
  const noted: Load = Object.assign(async (at: string) => {
    const found = await load(at);
    asked.set(at, found);
    return found;
  }, load.near && { near: load.near });
  return { judged: await judge({ location, text, load: noted }, judgingBy(by, choice)), asked };
}
