import { compareText } from '@portolan/base';
import type { MessageId } from '@portolan/contract';
import type { ChannelKey, ChartedDocument, DocumentId, Link, LinkEvidence, MessageKey, ServiceId } from '../model.ts';
import type { ChannelMatch } from './channels.ts';
import { compact } from './compact.ts';
import { fieldsOf } from './fields.ts';
import { type Flow, flowsOf } from './flows.ts';
import type { MessageMatch } from './messages.ts';
import type { Service } from './services.ts';

/** A link while its evidence is gathered. */
interface Gathered {
  readonly link: Pick<Link, 'service' | 'action' | 'channel' | 'message'>;
  readonly evidence: LinkEvidence[];
  confidence: Link['confidence'];
  fields?: Set<string>;
}

/** Worth of a confidence; the best evidence for a link counts. */
const WORTH: Readonly<Record<Link['confidence'], number>> = { uncertain: 0, stated: 1, supported: 2 };

/**
 * One link for each service, action, channel and message, however many operations and documents say it. An operation that
 * names no message gives a link without one: the service uses the channel, and that is all its document tells.
 */
export function linksOf(services: readonly Service[], channels: ChannelMatch, messages: MessageMatch): Link[] {
  const found = new Map<string, Gathered>();
  for (const { id, documents } of services) {
    for (const document of documents) {
      for (const flow of flowsOf(document.contract)) {
        const channel = channels.keyOf(document.id, flow.channel);
        if (channel === undefined) continue;
        for (const message of flow.messages.length > 0 ? flow.messages : [undefined]) {
          gather(found, id, channel, message && messages.keyOf(document.id, message), { document, flow, message });
        }
      }
    }
  }
  return [...found.values()].map(finished);
}

/** Links in the order of the chart. */
export function sortedLinks(links: readonly Link[]): Link[] {
  return links.toSorted(compareLinks);
}

/** Where a link was seen. */
interface Sighting {
  readonly document: ChartedDocument;
  readonly flow: Flow;
  readonly message: MessageId | undefined;
}

function gather(
  found: Map<string, Gathered>,
  service: ServiceId,
  channel: ChannelKey,
  message: MessageKey | undefined,
  { document, flow, message: own }: Sighting,
): void {
  const { action } = flow;
  const { confidence } = flow.operation.direction;
  const key = `${service}\n${action}\n${channel}\n${message ?? ''}`;
  const link: Gathered = found.get(key) ?? {
    link: { service, action, channel, ...(message !== undefined && { message }) },
    evidence: [],
    confidence,
  };
  found.set(key, link);
  if (WORTH[confidence] > WORTH[link.confidence]) link.confidence = confidence;
  link.evidence.push(evidenceOf(document.id, flow));
  if (action === 'send' || own === undefined) return;
  const fields = fieldsOf(document.contract, own);
  if (!fields) return;
  link.fields ??= new Set();
  for (const field of fields) link.fields.add(field);
}

function evidenceOf(document: DocumentId, { operation, reply }: Flow): LinkEvidence {
  return {
    kind: 'document',
    document,
    operation: operation.id,
    verb: operation.verb,
    origin: operation.origin,
    direction: operation.direction.evidence,
    ...(reply && { reply: true }),
  };
}

function finished({ link, evidence, confidence, fields }: Gathered): Link {
  evidence.sort((a, b) => compareText(a.document, b.document) || compareText(a.operation, b.operation));
  return compact({ ...link, confidence, evidence, fields: fields && [...fields].sort(compareText) });
}

/** By service, then what it sends before what it receives in the order of the words, then by channel and message. */
function compareLinks(a: Link, b: Link): number {
  return (
    compareText(a.service, b.service) ||
    compareText(a.action, b.action) ||
    compareText(a.channel, b.channel) ||
    compareText(a.message ?? '', b.message ?? '')
  );
}
