import { compareText } from '@portolan/base';
import type { ChartFinding, Drift } from '@portolan/chart';
import { placeOf } from '@portolan/control';
import type { DriftKindView, DriftView, DriftWord } from '../port.ts';
import { DRIFT_FINDINGS, DRIFT_KINDS, DRIFT_WORDS } from './drift-words.ts';
import { says } from './filter.ts';
import type { Known } from './known.ts';

/** What the list of differences may be narrowed to. */
export interface DriftFilter {
  readonly kind?: DriftWord | undefined;
  readonly owner?: string | undefined;
  readonly source?: string | undefined;
  readonly q?: string | undefined;
}

const ORDER = Object.keys(DRIFT_WORDS) as readonly DriftWord[];

const made = new WeakMap<Known, readonly DriftView[]>();

/** Differences that pass, in the order of the page, and how many there are of each kind whatever kind is asked for. */
export function driftList(known: Known, filter: DriftFilter): { items: DriftView[]; kinds: DriftKindView[] } {
  const fitting = all(known).filter(item => passes(known, item, filter));
  const kinds = ORDER.map(kind => ({
    kind,
    ...DRIFT_WORDS[kind],
    total: fitting.filter(item => item.kind === kind).length,
  }));
  return { items: fitting.filter(item => (filter.kind ?? item.kind) === item.kind), kinds };
}

/** Differences that concern one channel or one service. */
export function driftOf(known: Known, kind: 'channel' | 'service', id: string): readonly DriftView[] {
  return all(known).filter(item => item[kind] === id);
}

function all(known: Known): readonly DriftView[] {
  const found = made.get(known) ?? everyDrift(known);
  made.set(known, found);
  return found;
}

function everyDrift(known: Known): readonly DriftView[] {
  const { chart } = known.snapshot;
  const found = [
    ...(chart.drift ?? []).map(drift => ofDrift(known, drift)),
    ...chart.findings.flatMap(finding => ofFinding(known, finding) ?? []),
  ];
  const times = new Map<string, number>();
  const named = found.map(item => {
    const key = `${String(ORDER.indexOf(item.kind)).padStart(2, '0')} ${item.channelName ?? ''} ${item.says}`;
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return { ...item, id: time === 1 ? key : `${key} ${time}` };
  });
  return named.sort((a, b) => compareText(a.id, b.id));
}

type Unnamed = Omit<DriftView, 'id'>;

function ofDrift(known: Known, drift: Drift): Unnamed {
  const { kind, says: what, channel, service, who, document, origin, meant } = drift;
  const { word, help } = DRIFT_KINDS[kind];
  return {
    kind: word,
    says: what,
    help,
    seenIn: document === undefined ? 'evidence' : 'document',
    ...placed(known, document, origin),
    ...concerned(known, channel, service),
    ...(who !== undefined && { who }),
    ...(meant !== undefined && { meant }),
  };
}

function ofFinding(known: Known, { code, message, help, document, origin }: ChartFinding): Unnamed | undefined {
  const kind = DRIFT_FINDINGS[code];
  if (!kind) return undefined;
  return {
    kind,
    says: message,
    help,
    seenIn: 'document',
    ...placed(known, document, origin),
    ...concerned(known, undefined, known.serviceOfDocument.get(document)?.id),
  };
}

function placed(known: Known, document: string | undefined, origin: Drift['origin']) {
  const file = document === undefined ? undefined : known.snapshot.documents.get(document);
  const line = file && placeOf(file.places, origin)?.start.line;
  return {
    file: origin.source,
    ...(line !== undefined && { line }),
    ...(document !== undefined && { document }),
    ...(file && { title: file.title }),
  };
}

/** Names of what a difference is about, and who should know: the owner of the service, else of the channel. */
function concerned(known: Known, channel: string | undefined, service: string | undefined) {
  const [onChart, who] = [known.channels.get(channel ?? ''), known.services.get(service ?? '')];
  const owner = who?.owner ?? onChart?.owner;
  return {
    ...(onChart && { channel: onChart.id, channelName: onChart.address ?? onChart.name }),
    ...(who && { service: who.id, serviceName: who.name }),
    ...(owner !== undefined && { owner, ownerName: known.teams.get(owner)?.name ?? owner }),
  };
}

function passes(known: Known, item: DriftView, { owner, source, q }: DriftFilter): boolean {
  if (owner !== undefined && item.owner !== owner) return false;
  if (source !== undefined && known.snapshot.documents.get(item.document ?? '')?.source !== source) return false;
  return says(q, [item.says, item.channelName, item.serviceName, item.ownerName, item.file]);
}
