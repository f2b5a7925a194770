import { type Finding, isObject } from '@portolan/base';
import { gleaning, type Place } from '../parts/gleaning.ts';
import { filled } from '../parts/placeholders.ts';
import { type Setting, settingsFacts } from '../parts/setting.ts';
import { isStatic } from '../parts/values.ts';
import { documentsIn } from '../parts/yaml-stream.ts';
import type { EvidenceAdapter, EvidenceFile, EvidenceResult } from '../port.ts';
import { propertiesIn } from './properties.ts';

const NAME = /(^|\/)(application|bootstrap)(-[\w.-]+)?\.(ya?ml|properties)$/i;
/** What is there for tests only says nothing about what runs. */
const TESTS = /(^|\/)src\/test\/|(^|\/)application-(test|it|junit)\b/i;

/** Settings of Spring Boot, Quarkus and others that write them so: `application.yml`, `application-prod.properties`. */
export const spring: EvidenceAdapter = {
  id: 'spring',
  takes: location => NAME.test(location) && !TESTS.test(location),
  looksRight: head => !/^["']?(asyncapi|apiVersion)["']?\s*:/m.test(head),
  together: true,
  read,
};

/** Values of one file that are looked at, and how deep. */
const MOST = 20_000;
const DEEPEST = 50;

function read(location: string, text: string, beside: readonly EvidenceFile[] = []): EvidenceResult {
  const notes = gleaning(location, spring.id);
  const { settings, findings } = settingsIn({ location, text });
  notes.take(findings);
  const values = new Map(settings.map(({ key, value }) => [key, value]));
  const resolved = settings.map(setting => ({
    ...setting,
    value: filled(setting.value, ':', name => values.get(name.toLowerCase())),
  }));
  settingsFacts(resolved, appIn(resolved) ?? appBeside(location, beside), notes);
  return notes.result();
}

function appIn(settings: readonly Setting[]): string | undefined {
  const name = settings.find(({ key }) => /^(spring|quarkus|micronaut)\.application\.name$/.test(key))?.value;
  return name !== undefined && name !== '' && isStatic(name) ? name : undefined;
}

/** The name of an application is most often in the file without a profile, or in `bootstrap.yml`. */
function appBeside(location: string, beside: readonly EvidenceFile[]): string | undefined {
  for (const file of beside) {
    if (file.location === location || !/(application|bootstrap)\.\w+$/i.test(file.location)) continue;
    const app = appIn(settingsIn(file).settings);
    if (app !== undefined) return app;
  }
  return undefined;
}

/** All settings of a file by their keys with dots. Of several documents (profiles) of one file, all of them. */
function settingsIn({ location, text }: EvidenceFile): {
  readonly settings: readonly Setting[];
  readonly findings: readonly Finding[];
} {
  if (/\.properties$/i.test(location)) {
    const settings = propertiesIn(text)
      .slice(0, MOST)
      .map(({ key, value, range }) => ({
        key: key.toLowerCase(),
        value,
        at: { source: location, pointer: '', inside: range },
      }));
    return { settings, findings: [] };
  }
  const { documents, findings } = documentsIn(location, text);
  const settings: Setting[] = [];
  for (const { value, at } of documents) flatten(value, [], at, settings);
  return { settings, findings };
}

function flatten(
  value: unknown,
  keys: readonly (string | number)[],
  at: (...keys: readonly (string | number)[]) => Place,
  found: Setting[],
): void {
  if (found.length >= MOST || keys.length > DEEPEST) return;
  if (isObject(value)) for (const [key, inner] of Object.entries(value)) flatten(inner, [...keys, key], at, found);
  else if (Array.isArray(value)) for (const [n, inner] of value.entries()) flatten(inner, [...keys, n], at, found);
  else if (value !== null && value !== undefined) {
    found.push({ key: keys.join('.').toLowerCase(), value: String(value), at: at(...keys) });
  }
}
