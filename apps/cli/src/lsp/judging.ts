import type { Finding } from '@portolan/base';
import { looksLikeAsyncApi } from '@portolan/contract';
import { diagnosticsByLocation, type Files, mergedDiagnostics, referencesIn, type Showing } from '@portolan/language';
import type { Diagnostic } from 'vscode-languageserver/node';
import type { Buffers } from './buffers.ts';
import type { Folder } from './folder.ts';
import type { Answers } from './questions.ts';
import type { Thread } from './thread.ts';

/** How documents are judged while they are written. */
export interface JudgingOptions {
  readonly buffers: Buffers;
  readonly thread: Thread;
  readonly publish: (uri: string, diagnostics: Diagnostic[], version: number | undefined) => void;
  /** Hears of mistakes of ours. */
  readonly complain: (error: unknown) => void;
  /** Whether modules that settings name are run: they can do anything, and a folder may be somebody else's. */
  readonly plugins: boolean;
  /** Address of the pages about kinds of findings. */
  readonly docs: string | undefined;
}

/** Judges the documents of one folder that are open, or that use a file that is. */
export interface Judging {
  /** A file has another text; everything is judged anew when none is named. */
  changed(location?: string): void;
  /** All findings about a file, by the last judgement of each document. */
  findingsAt(location: string): readonly Finding[];
  /** Location of the settings that govern a file, or would. */
  settingsOf(location: string): string;
  close(): void;
}

type Judged = Answers['judge'];

/** Quiet time before a changed text is read again, in milliseconds; longer for documents that take long. */
const QUIET = 120;
const LONGEST_QUIET = 1500;

export function judging(folder: Folder, options: JudgingOptions): Judging {
  const { buffers, thread, publish, complain, plugins, docs } = options;
  const judged = new Map<string, Judged>();
  const said = new Map<string, string>();
  const waiting = new Set<string>();
  const showing: Showing = { uriOf: folder.uriOf, ...(docs !== undefined && { docs }) };
  let everything = true;
  let timer: NodeJS.Timeout | undefined;
  let quiet = QUIET;
  let turn = 0;
  let settings = 0;

  function changed(location?: string): void {
    turn++;
    if (location === undefined) {
      everything = true;
      settings++;
    } else waiting.add(location);
    clearTimeout(timer);
    timer = setTimeout(() => void run(turn).catch(complain), quiet);
  }

  async function run(mine: number): Promise<void> {
    const files = await folder.files();
    if (mine !== turn) return;
    const wanted = documentsAtHand(files);
    for (const known of judged.keys()) if (!wanted.has(known)) judged.delete(known);
    const affected = everything ? wanted : new Set([...waiting].flatMap(location => [...usersOf(files, location)]));
    everything = false;
    waiting.clear();
    const due = [...wanted].filter(document => affected.has(document) || !judged.has(document));
    let longest = 0;
    for (const [index, document] of due.entries()) {
      const start = performance.now();
      const answer = await judgedNow(files, document);
      if (answer) judged.set(document, answer);
      longest = Math.max(longest, performance.now() - start);
      if (mine === turn) continue;
      // Somebody typed on: what is left is judged with what comes next.
      for (const rest of due.slice(index)) waiting.add(rest);
      return;
    }
    quiet = Math.min(LONGEST_QUIET, Math.max(QUIET, longest));
    tell();
  }

  /** The documents that are open, and those that use a file that is. */
  function documentsAtHand(files: Files): Set<string> {
    const open = buffers.paths().flatMap(path => folder.locationOf(path) ?? []);
    return new Set(open.flatMap(location => [...usersOf(files, location)]));
  }

  /** Undefined when the thread was lost: what was known before stays. */
  function judgedNow(files: Files, document: string): Promise<Judged | undefined> {
    const texts = partsOf(files, document);
    const question = { is: 'judge', folder: folder.path, document, texts, plugins, settings } as const;
    return thread.ask(question).catch(() => undefined);
  }

  /** Publishes what differs from what was said before, and takes back what is no longer true. */
  function tell(): void {
    const lists = [...judged.values()].map(({ findings }) => diagnosticsByLocation(findings, showing));
    const locations = new Set(lists.flatMap(list => [...list.keys()]));
    for (const location of new Set([...locations, ...said.keys()])) {
      const diagnostics = mergedDiagnostics(lists.map(list => list.get(location) ?? []));
      const now = JSON.stringify(diagnostics);
      if ((said.get(location) ?? '[]') === now) continue;
      if (diagnostics.length === 0) said.delete(location);
      else said.set(location, now);
      publish(folder.uriOf(location), diagnostics, buffers.version(folder.pathOf(location)));
    }
  }

  return {
    changed,
    findingsAt: location =>
      [...judged.values()].flatMap(({ findings }) => findings.filter(({ origin }) => origin.source === location)),
    settingsOf(location) {
      const users = [...judged.values()].filter(({ findings }) =>
        findings.some(({ origin }) => origin.source === location),
      );
      const path = users.find(({ settings: known }) => known !== undefined)?.settings;
      return (path === undefined ? undefined : folder.locationOf(path)) ?? 'portolan.yaml';
    },
    close() {
      turn++;
      clearTimeout(timer);
      for (const location of said.keys()) publish(folder.uriOf(location), [], undefined);
    },
  };
}

/** The documents that a file belongs to: itself, and those that refer to it through any number of files. */
function usersOf(files: Files, location: string): Set<string> {
  const users = new Set<string>();
  const seen = new Set([location]);
  const waiting = [location];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (looksLikeAsyncApi(files.text(at) ?? '')) users.add(at);
    for (const { location: from } of files.referencesInto(at)) {
      if (seen.has(from)) continue;
      seen.add(from);
      waiting.push(from);
    }
  }
  return users;
}

/** A document and the files that it is made of, by location. */
function partsOf(files: Files, document: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const waiting = [document];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const text = files.text(at);
    if (text === undefined || texts.has(at)) continue;
    texts.set(at, text);
    const sketch = files.sketch(at);
    if (sketch) waiting.push(...referencesIn(sketch, at).map(({ target }) => target.location));
  }
  return texts;
}
