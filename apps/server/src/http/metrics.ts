import type { Severity } from '@portolan/base';
import type { Snapshot } from '@portolan/control';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { countsOf } from '../views/counts.ts';

/** What operators can watch, in the Prometheus text format. */
export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
  /** A request was answered. `route` is the path of the operation, never of the request, so that labels stay few. */
  answered(facts: { method: string; route: string; status: number; seconds: number }): void;
  /** A new snapshot is shown. */
  drawn(snapshot: Snapshot): void;
  close(): void;
}

/** Metrics of one server, in a registry of its own, so that several servers can live in one process. */
export function createMetrics(streams: () => number): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const requests = new Counter({
    name: 'portolan_http_requests_total',
    help: 'Requests that were answered.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'portolan_http_request_duration_seconds',
    help: 'Time from the arrival of a request to the end of its answer.',
    labelNames: ['method', 'route'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  const drawing = new Histogram({
    name: 'portolan_chart_rebuild_duration_seconds',
    help: 'Time that it took to relate all documents after a change.',
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  const size = new Gauge({
    name: 'portolan_chart_nodes',
    help: 'Nodes of the chart.',
    labelNames: ['kind'],
    registers,
  });
  const documents = new Gauge({ name: 'portolan_documents', help: 'Documents of all sources.', registers });
  const services = new Gauge({ name: 'portolan_services', help: 'Services on the chart.', registers });
  const findings = new Gauge({
    name: 'portolan_findings',
    help: 'Findings of all documents.',
    labelNames: ['severity'],
    registers,
  });
  const sequence = new Gauge({
    name: 'portolan_catalog_sequence',
    help: 'Sequence number of the newest entry in the store.',
    registers,
  });
  new Gauge({
    name: 'portolan_event_streams',
    help: 'Clients that follow the changes.',
    registers,
    collect() {
      this.set(streams());
    },
  });

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    answered({ method, route, status, seconds }) {
      requests.inc({ method, route, status });
      durations.observe({ method, route }, seconds);
    },
    drawn(snapshot) {
      const { chart } = snapshot;
      drawing.observe(snapshot.took / 1_000);
      documents.set(snapshot.documents.size);
      services.set(chart.services.length);
      size.set({ kind: 'channel' }, chart.channels.length);
      size.set({ kind: 'message' }, chart.messages.length);
      size.set({ kind: 'link' }, chart.links.length);
      sequence.set(snapshot.sequence);
      const counts = countsOf([...snapshot.documents.values()].flatMap(document => document.findings));
      for (const [severity, count] of Object.entries(counts)) findings.set({ severity: severity as Severity }, count);
    },
    close: () => registry.clear(),
  };
}
