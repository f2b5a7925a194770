import { compareFindings, type Finding } from '@portolan/base';
import {
  type ChannelNode,
  type Chart,
  type ChartedDocument,
  type ChartFinding,
  type ChartIndex,
  index,
  type MessageNode,
  type ServiceNode,
} from '@portolan/chart';
import { type CatalogDocument, chartedOf, placeOf, type Snapshot } from '@portolan/control';

/** A snapshot with its chart by ids: what pages are plain functions of. */
export interface Known extends ChartIndex {
  readonly snapshot: Snapshot;
  /** The documents that the chart was related from: the same list for every question about one snapshot. */
  readonly charted: readonly ChartedDocument[];
  /** Findings of a document in the order of its text: its own, and those that only the whole chart shows. */
  findingsOf(document: string): readonly Finding[];
  ownedBy(team: string): Owned;
}

/** What a team owns. */
export interface Owned {
  readonly services: readonly ServiceNode[];
  readonly channels: readonly ChannelNode[];
  readonly messages: readonly MessageNode[];
}

const made = new WeakMap<Snapshot, Known>();

/** What is known in a snapshot; made once. */
export function known(snapshot: Snapshot): Known {
  const before = made.get(snapshot);
  if (before) return before;
  const { chart, documents } = snapshot;
  const byId = index(chart);
  const findings = new Map<string, readonly Finding[]>();
  for (const document of documents.values()) {
    findings.set(document.id, findingsIn(document, byId.findingsOfDocument.get(document.id) ?? []));
  }
  const answer: Known = {
    ...byId,
    snapshot,
    charted: [...documents.values()].flatMap(chartedOf),
    findingsOf: id => findings.get(id) ?? [],
    ownedBy: owners(chart),
  };
  made.set(snapshot, answer);
  return answer;
}

function findingsIn(document: CatalogDocument, ofChart: readonly ChartFinding[]): readonly Finding[] {
  if (ofChart.length === 0) return document.findings;
  const placed = ofChart.map(({ document: _, ...finding }) => {
    const range = finding.range ?? placeOf(document.places, finding.origin);
    return { ...finding, ...(range && { range }) };
  });
  return [...document.findings, ...placed].sort(compareFindings);
}

function owners(chart: Chart): Known['ownedBy'] {
  const services = Map.groupBy(chart.services, service => service.owner);
  const channels = Map.groupBy(chart.channels, channel => channel.owner);
  const messages = Map.groupBy(chart.messages, message => message.owner);
  return team => ({
    services: services.get(team) ?? [],
    channels: channels.get(team) ?? [],
    messages: messages.get(team) ?? [],
  });
}
