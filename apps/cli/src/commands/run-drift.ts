import { clean } from '@portolan/base';
import type { ChartFinding, Drift, DriftKind } from '@portolan/chart';
import { chartOf } from '../documents/charted.ts';
import type { EvidenceChoice } from '../documents/evidence.ts';
import type { RemoteChoice } from '../documents/remote.ts';
import { DRIFT_SHAPE } from '../drift-json-schema.ts';
import { faults } from '../faults.ts';
import { type OutputOptions, write } from '../output.ts';

/** Options of `drift`, as the command line gives them. */
export interface DriftOptions extends OutputOptions, RemoteChoice, EvidenceChoice {
  readonly format: string;
}

/**
 * Prints where documents and evidence differ. The exit code is 1 when they do, and when some of the evidence could not be
 * understood: what was not compared is no agreement.
 *
 * Faults: those of `chartOf`; CLI_NO_EVIDENCE when there is nothing to compare with.
 */
export async function runDrift(paths: readonly string[], options: DriftOptions): Promise<number> {
  const { chart, doubtful } = await chartOf(paths, options);
  const { drift } = chart;
  if (drift === undefined) throw faults.NO_EVIDENCE({ paths: [...paths, ...(options.evidence ?? [])].join(', ') });
  const findings = chart.findings.filter(({ code }) => code === 'DIRECTION_REVERSED');
  const differ = drift.length + findings.length > 0;
  const agreed = doubtful
    ? 'What could be read of the evidence agrees with the documents.\n'
    : 'The documents and the evidence agree.\n';
  const print = options.format === 'json' ? printJson : differ ? printText : () => agreed;
  await write(() => print(drift, findings), options);
  return differ || doubtful ? 1 : 0;
}

function printJson(drift: readonly Drift[], findings: readonly ChartFinding[]): string {
  return `${JSON.stringify({ portolan: DRIFT_SHAPE, drift, findings }, undefined, 2)}\n`;
}

/** What a kind of drift is called, in the order in which people care. */
const HEADS: Readonly<Record<DriftKind, string>> = {
  'channel-absent': 'Documented, and not there',
  'channel-undocumented': 'There, and not documented',
  'sender-undocumented': 'Senders whose documents do not say so',
  'receiver-undocumented': 'Receivers whose documents do not say so',
  'sender-unknown': 'Senders that no document describes',
  'receiver-unknown': 'Receivers that no document describes',
  'sender-absent': 'Documented senders that are not known there',
  'receiver-absent': 'Documented receivers that are not known there',
  'owners-differ': 'Two owners',
  'channel-dead': 'There for nobody',
  'receiver-orphaned': 'Receivers of what is not there',
  'sender-orphaned': 'Senders on what is not there',
};

function printText(drift: readonly Drift[], findings: readonly ChartFinding[]): string {
  const sections = (Object.keys(HEADS) as DriftKind[]).map(kind => ({
    head: HEADS[kind],
    lines: drift.filter(each => each.kind === kind).map(({ says }) => says),
  }));
  sections.push({ head: 'Verbs that say the opposite', lines: findings.map(({ message }) => message) });
  const parts = sections.flatMap(({ head, lines }) =>
    lines.length > 0 ? [`${head} (${lines.length})`, ...lines.map(line => `  ${line.replaceAll('`', '')}`), ''] : [],
  );
  const count = drift.length + findings.length;
  return clean(`${[...parts, `${count} ${count === 1 ? 'difference' : 'differences'}`].join('\n')}\n`);
}
