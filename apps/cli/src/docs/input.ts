import type { Finding } from '@portolan/base';
import type { ChartedDocument } from '@portolan/chart';
import { withoutSecrets } from '@portolan/checks';
import type { DocsContract, DocsInput, FindingCounts } from '@portolan/generate/docs';
import { chartOf } from '../documents/charted.ts';
import type { EvidenceChoice } from '../documents/evidence.ts';
import { type GatherOptions, gather } from '../documents/gather.ts';
import { startApart } from '../validation/apart.ts';
import { judgeAll } from '../validation/judge-all.ts';
import { settingsFor } from '../validation/settled.ts';

/**
 * What docs are made from: the chart of all documents at `paths`, and how many findings each has by the settings of its
 * team. Secrets are masked, for a site is read by more people than the documents are.
 *
 * Faults: those of `chartOf`.
 */
export async function docsInput(
  paths: readonly string[],
  options: GatherOptions & EvidenceChoice,
  title?: string,
): Promise<DocsInput> {
  const [{ chart, documents }, found] = await Promise.all([chartOf(paths, options), findingsOf(paths, options)]);
  const ofChart = Map.groupBy(chart.findings, finding => finding.document);
  const [only] = documents;
  const name = documents.length === 1 ? only?.contract.info.title : undefined;
  const { services, channels, messages, links, teams, domains, brokers, covers } = chart;
  return {
    title: title ?? (name || 'Asynchronous APIs'),
    chart: withoutSecrets({ services, channels, messages, links, teams, domains, brokers, ...(covers && { covers }) }),
    documents: documents.map(document => ({
      id: document.id,
      source: document.source,
      path: document.path,
      contract: shownOf(document),
      findings: countsOf([...found(document), ...(ofChart.get(document.id) ?? [])]),
    })),
  };
}

/** The findings of each document; documents of one path are taken in turn, as the chart names them. */
async function findingsOf(
  paths: readonly string[],
  options: GatherOptions,
): Promise<(document: ChartedDocument) => readonly Finding[]> {
  const given = await gather(paths, options);
  const apart = startApart(given.length, { paths, options });
  const { judged } = await judgeAll(given, paths, await settingsFor({}), {}, { apart });
  const byPath = new Map<string, (readonly Finding[])[]>();
  given.forEach(({ source, path }, index) => {
    const key = `${source}/${path}`;
    byPath.set(key, [...(byPath.get(key) ?? []), judged[index]?.report.findings ?? []]);
  });
  return ({ source, path }) => byPath.get(`${source}/${path}`)?.shift() ?? [];
}

/** The facts that pages show, and no others: masking costs a look at each text. */
function shownOf({ contract }: ChartedDocument): DocsContract {
  const { asyncapi, openapi, xregistry, defaultContentType } = contract;
  const { info, servers, channels, operations, messages, schemas, securitySchemes } = contract;
  return withoutSecrets({
    ...(asyncapi !== undefined && { asyncapi }),
    ...(openapi !== undefined && { openapi }),
    ...(xregistry !== undefined && { xregistry }),
    ...(defaultContentType !== undefined && { defaultContentType }),
    info,
    servers,
    channels,
    operations,
    messages,
    schemas,
    securitySchemes,
  });
}

function countsOf(findings: readonly Finding[]): FindingCounts {
  const total = (severity: Finding['severity']) => findings.filter(finding => finding.severity === severity).length;
  return { error: total('error'), warning: total('warning'), info: total('info') };
}
