import { isObject } from '@portolan/base';
import { type Gleaning, gleaning, type Place } from '../parts/gleaning.ts';
import { filled } from '../parts/placeholders.ts';
import { type Setting, settingsFacts } from '../parts/setting.ts';
import { isStatic, listAt, objectAt } from '../parts/values.ts';
import { documentsIn } from '../parts/yaml-stream.ts';
import type { EvidenceAdapter, EvidenceResult } from '../port.ts';

/** Files of docker compose: what the environment of each service says, and the topics that are made at the start. */
export const compose: EvidenceAdapter = {
  id: 'compose',
  takes: location => /(^|\/)(docker-)?compose([.-][\w.-]+)?\.ya?ml$/i.test(location),
  looksRight: head => /^["']?services["']?\s*:/m.test(head),
  read,
};

function read(location: string, text: string): EvidenceResult {
  const notes = gleaning(location, compose.id);
  const { documents, findings } = documentsIn(location, text);
  notes.take(findings);
  for (const { value, at } of documents) {
    for (const [name, service] of Object.entries(objectAt(value, 'services'))) {
      if (!isObject(service)) continue;
      const here = (...keys: readonly (string | number)[]) => at('services', name, ...keys);
      const settings = environmentOf(service.environment, (...keys) => here('environment', ...keys));
      const app = settings.find(({ key, value: said }) => key === 'spring.application.name' && isStatic(said));
      if (app) notes.alias(name, app.value, app.at);
      if (app) notes.alias(app.value, name, app.at);
      settingsFacts(settings, name, notes);
      madeTopics(settings, notes);
      for (const member of ['command', 'entrypoint']) commandTopics(service[member], here(member), notes);
    }
  }
  return notes.result();
}

/** `A_B: c` or `- A_B=c`, as settings with dots for the underscores: Spring and others read them so too. */
function environmentOf(environment: unknown, at: (...keys: readonly (string | number)[]) => Place): Setting[] {
  const lines = Array.isArray(environment)
    ? environment.map((line, index): [string, unknown, string | number] => {
        const [name = '', ...rest] = String(line).split('=');
        return [name, rest.length > 0 ? rest.join('=') : undefined, index];
      })
    : Object.entries(objectAt({ environment }, 'environment')).map(
        ([name, value]): [string, unknown, string | number] => [name, value, name],
      );
  return lines.flatMap(([name, value, key]) => {
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    const text = filled(String(value).replaceAll('$$', '$'), ':-');
    return [{ key: name.trim().toLowerCase().replaceAll('_', '.'), written: name.trim(), value: text, at: at(key) }];
  });
}

/** Images of Kafka that make topics at the start: `orders:3:1,payments:1:1`. */
function madeTopics(settings: readonly Setting[], notes: Gleaning): void {
  for (const { key, value, at } of settings) {
    if (key !== 'kafka.create.topics') continue;
    for (const part of value.split(/[,\s]+/)) {
      const [address = ''] = part.split(':');
      if (address !== '' && isStatic(address)) notes.channel(address, at);
    }
  }
}

/** What a container that sets the broker up is told to do: `kafka-topics --create --topic orders`. */
function commandTopics(command: unknown, at: Place, notes: Gleaning): void {
  const text = typeof command === 'string' ? command : listAt({ command }, 'command').join(' ');
  for (const run of text.split(/\bkafka-topics(?:\.sh)?\b/).slice(1)) {
    const [line = ''] = run.replaceAll('\\\n', ' ').split(/\n|;|&&/);
    const topic = /--topic[ =]+["']?([\w.-]+)["']?/.exec(line)?.[1];
    if (topic !== undefined && /--create\b/.test(line)) notes.channel(topic, at);
  }
}
