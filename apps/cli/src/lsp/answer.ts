import { type ChartedDocument, relate } from '@portolan/chart';
import { judge, settledBy } from '@portolan/checks';
import { readText } from '@portolan/contract';
import { openSettings, type SettingsReader, slashed, today } from '@portolan/control';
import type { Answers, Question } from './questions.ts';
import { locationIn } from './uris.ts';

const readers = new Map<string, { readonly settings: number; readonly reader: SettingsReader }>();

/** Answers a question about documents. Never throws for what stands in one. */
export function answer(question: Question): Promise<Answers[Question['is']]> {
  return question.is === 'judge' ? judged(question) : charted(question);
}

async function judged({
  folder,
  document,
  texts,
  plugins,
  settings,
}: Question & { readonly is: 'judge' }): Promise<Answers['judge']> {
  const read = await readText(document, texts.get(document) ?? '', location => texts.get(location));
  const governing = await readerFor(folder, plugins, settings).of(`${folder}/${document}`);
  const { settings: decided, team, files } = governing;
  const { findings } = await judge(read, { settings: decided, team, today: today(), root: slashed(folder) });
  const nearest = files[0]?.path;
  return {
    findings: [...findings, ...files.flatMap(file => file.findings)],
    ...(nearest !== undefined && { settings: nearest }),
  };
}

function readerFor(folder: string, plugins: boolean, settings: number): SettingsReader {
  const known = readers.get(folder);
  if (known?.settings === settings) return known.reader;
  const shown = (path: string) => locationIn(folder, path) ?? slashed(path);
  const reader = openSettings({ top: folder, plugins, shown });
  readers.set(folder, { settings, reader });
  return reader;
}

async function charted({ folder, documents, texts }: Question & { readonly is: 'chart' }): Promise<Answers['chart']> {
  // Settings may have changed since the last chart, and reading them is little beside the documents.
  const settings = openSettings({ top: folder, plugins: false });
  const found: ChartedDocument[] = [];
  for (const path of documents) {
    const { contract } = await readText(path, texts.get(path) ?? '', location => texts.get(location));
    if (!contract) continue;
    const { directions } = (await settings.of(`${folder}/${path}`)).settings;
    const settled = settledBy(directions, contract, slashed(folder)).contract;
    found.push({ id: path, source: 'workspace', path, contract: settled });
  }
  return relate(found);
}
