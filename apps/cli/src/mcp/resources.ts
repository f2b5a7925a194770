import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/server';
import { type Chart, index, type Kind, type Subject } from '@portolan/chart';
import { withoutSecrets } from '@portolan/checks';
import { described } from './describe.ts';
import type { Organisation } from './organisation.ts';

const JSON_TYPE = 'application/json';

/** Kinds of things that have an address of their own. */
const KINDS = ['service', 'channel', 'message'] as const;

/** What agents can read without asking: what there is, and each thing of it. */
export function addResources(server: McpServer, organisation: Organisation): void {
  server.registerResource(
    'overview',
    'portolan://overview',
    {
      title: 'Overview',
      description: 'How many services, channels, messages and teams there are, by name.',
      mimeType: JSON_TYPE,
    },
    async uri => contents(uri, overview((await organisation.charted()).chart)),
  );
  for (const kind of KINDS) {
    const list = async () => ({
      resources: nodesOf((await organisation.charted()).chart, kind).map(({ id, name }) => ({
        uri: `portolan://${kind}/${encodeURIComponent(id)}`,
        name: `${kind} ${name}`,
        mimeType: JSON_TYPE,
      })),
    });
    server.registerResource(
      kind,
      new ResourceTemplate(`portolan://${kind}/{id}`, { list: kind === 'service' ? list : undefined }),
      {
        title: `A ${kind}`,
        description: `A ${kind} by its id, as the tool \`describe\` tells it.`,
        mimeType: JSON_TYPE,
      },
      async (uri, { id }) => {
        const charted = await organisation.charted();
        const wanted = decodeURIComponent(String(id));
        const node = nodesOf(charted.chart, kind).find(known => known.id === wanted);
        if (!node) throw new Error(`There is no ${kind} ${wanted}.`);
        return contents(uri, described(charted, { kind, node } as Subject<(typeof KINDS)[number]>));
      },
    );
  }
}

function overview(chart: Chart) {
  const { services, channels, messages, teams, domains } = chart;
  return {
    counts: {
      services: services.length,
      channels: channels.length,
      messages: messages.length,
      teams: teams.length,
      domains: domains.length,
      uncertainLinks: chart.links.filter(({ confidence }) => confidence === 'uncertain').length,
    },
    services: services.slice(0, 200).map(({ name, owner }) => ({
      name,
      ...(owner !== undefined && { owner: index(chart).teams.get(owner)?.name ?? owner }),
    })),
    teams: teams.slice(0, 200).map(({ name }) => name),
  };
}

function nodesOf(chart: Chart, kind: Extract<Kind, (typeof KINDS)[number]>) {
  if (kind === 'service') return chart.services;
  return kind === 'channel' ? chart.channels : chart.messages;
}

function contents(uri: URL, data: object) {
  const text = JSON.stringify(withoutSecrets(data), undefined, 2);
  return { contents: [{ uri: uri.href, mimeType: JSON_TYPE, text }] };
}
