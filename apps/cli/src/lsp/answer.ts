import { type ChartedDocument, relate } from '@portolan/chart';
import { judge } from '@portolan/checks';
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

async function charted({ documents, texts }: Question & { readonly is: 'chart' }): Promise<Answers['chart']> {
  const found: ChartedDocument[] = [];
  for (const path of documents) {
    const { contract } = await readText(path, texts.get(path) ?? '', location => texts.get(location));
    if (contract) found.push({ id: path, source: 'workspace', path, contract });
  }
  return relate(found);
}
