import { type Chart, find, printChart, printChartJson, printDot, printMermaid } from '@portolan/chart';
import { chartOf } from '../documents/charted.ts';
import type { EvidenceChoice } from '../documents/evidence.ts';
import type { RemoteChoice } from '../documents/remote.ts';
import { faults } from '../faults.ts';
import { type OutputOptions, write } from '../output.ts';
import { partOf } from '../part-of.ts';

/** Options of `chart`, as the command line gives them. */
export interface ChartOptions extends OutputOptions, RemoteChoice, EvidenceChoice {
  readonly format: string;
  readonly service?: string;
  readonly owner?: string;
}

const PRINTERS: Readonly<Record<string, (chart: Chart, services?: ReadonlySet<string>) => string>> = {
  text: (chart, services) => printChart(chart, services && { services }),
  json: chart => printChartJson(chart),
  mermaid: chart => printMermaid(chart),
  dot: chart => printDot(chart),
};

/** Names of the formats. */
export const CHART_FORMATS: readonly string[] = Object.keys(PRINTERS);

/** Prints the chart of all documents at `paths`. Faults: those of `chartOf`; CLI_NAME_UNKNOWN. */
export async function runChart(paths: readonly string[], options: ChartOptions): Promise<number> {
  const { chart } = await chartOf(paths, options);
  const wanted = wantedServices(chart, options);
  const print = PRINTERS[options.format] as (chart: Chart, services?: ReadonlySet<string>) => string;
  await write(() => (wanted ? print(partOf(chart, wanted), wanted) : print(chart)), options);
  return 0;
}

/** Ids of the services that are asked for; undefined when all are. */
function wantedServices(chart: Chart, { service, owner }: ChartOptions): ReadonlySet<string> | undefined {
  if (service === undefined && owner === undefined) return undefined;
  const ids = service === undefined ? undefined : idsOf(chart, 'service', service);
  const teams = owner === undefined ? undefined : idsOf(chart, 'team', owner);
  const fitting = chart.services.filter(({ id, owner: team }) => {
    return (!ids || ids.has(id)) && (!teams || (team !== undefined && teams.has(team)));
  });
  return new Set(fitting.map(({ id }) => id));
}

/** Ids of everything that a name may mean. */
function idsOf(chart: Chart, kind: 'service' | 'team', name: string): Set<string> {
  const answer = find(chart, kind, name);
  if (answer.found === 'one') return new Set([answer.subject.node.id]);
  if (answer.found === 'several') return new Set(answer.subjects.map(({ node }) => node.id));
  const hint = answer.nearest === undefined ? '' : `Did you mean ${answer.nearest}? `;
  throw faults.NAME_UNKNOWN({ kind, name, hint });
}
