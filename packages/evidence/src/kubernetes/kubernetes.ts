import { amqpTopology } from '../parts/amqp-topology.ts';
import { gleaning } from '../parts/gleaning.ts';
import { documentsIn } from '../parts/yaml-stream.ts';
import type { EvidenceAdapter, EvidenceResult } from '../port.ts';
import { knative } from './knative.ts';
import { rabbitmqTopology } from './rabbitmq.ts';
import { type ResourceReader, resourcesIn } from './resource.ts';
import { strimzi } from './strimzi.ts';

/** Manifests of Kubernetes, also as templates of Helm: Strimzi, Knative Eventing, RabbitMQ’s messaging topology. */
export const kubernetes: EvidenceAdapter = {
  id: 'kubernetes',
  takes: location => /\.(ya?ml|json)$/i.test(location),
  looksRight: head => API.test(head) && /^[ \t"'{,-]*kind["']?[ \t]*:/m.test(head),
  read,
};

const API = /apiVersion["']?\s*:/;

/** Readers by the API group of the resources that they understand. */
const READERS: Readonly<Record<string, ResourceReader>> = {
  'kafka.strimzi.io': strimzi,
  'eventing.knative.dev': knative,
  'messaging.knative.dev': knative,
  'sources.knative.dev': knative,
  'rabbitmq.com': rabbitmqTopology,
};

const WANTED = new RegExp(`apiVersion["']?\\s*:\\s*["']?(${Object.keys(READERS).join('|').replaceAll('.', '\\.')})/`);

function read(location: string, text: string): EvidenceResult {
  if (!WANTED.test(text)) return { findings: [] };
  const notes = gleaning(location, kubernetes.id);
  const amqp = amqpTopology(notes);
  const { documents, findings } = documentsIn(location, text, piece => WANTED.test(piece));
  notes.take(findings);
  for (const document of documents) {
    for (const resource of resourcesIn(document, notes)) {
      if (Object.hasOwn(READERS, resource.api)) READERS[resource.api]?.(resource, amqp);
    }
  }
  amqp.conclude();
  return notes.result();
}
