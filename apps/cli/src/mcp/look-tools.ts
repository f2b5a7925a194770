import type { GatherOptions } from '../documents/gather.ts';
import { subjectOf } from '../questions/subject.ts';
import { SEARCH_SHAPE, searchJsonSchema } from '../search-json-schema.ts';
import { described, descriptionText } from './describe.ts';
import { documentFindings } from './document-findings.ts';
import { result } from './result.ts';
import { demanded, type Tool } from './tool.ts';

/** What an agent looks things up with. */
export function lookTools(options: GatherOptions): readonly Tool[] {
  return [search, describe, findings(options)];
}

const search: Tool = {
  name: 'search',
  title: 'Search',
  description:
    'Finds services, channels, messages, fields, schemas, teams, domains, servers, documents and findings by words; forgives slips. Takes filters (owner:payments protocol:kafka kind:message domain:shop tag:audit field:email server:kafka.example.com), phrases in quotes, and `-` before what hits must not have.',
  input: {
    query: { type: 'string', description: 'Words and filters.' },
    limit: { type: 'integer', minimum: 1, maximum: 50, description: 'Most hits; 10 when not given.' },
  },
  required: ['query'],
  output: searchJsonSchema,
  run: async (organisation, input) => {
    const query = demanded(input, 'query');
    const found = (await organisation.search()).search(query, typeof input.limit === 'number' ? input.limit : 10);
    const lines = found.hits.map(
      ({ kind, name, context }) => `${kind} ${name}${context === '' ? '' : ` – ${context}`}`,
    );
    const more = found.total > lines.length ? [`${found.total} things fit in all.`] : [];
    const said = lines.length > 0 ? [...lines, ...more] : [`Nothing fits ${JSON.stringify(query)}.`];
    return result([...found.notes, ...said].join('\n'), { portolan: SEARCH_SHAPE, query, ...found });
  },
};

const describe: Tool = {
  name: 'describe',
  title: 'Describe',
  description:
    'What there is to know about a message (with the fields of its schema), a channel or a service: who sends and receives, whose it is, what it is for.',
  input: {
    name: { type: 'string', description: 'A message, channel or service; `message:<id>` and the like say which.' },
  },
  required: ['name'],
  run: async (organisation, input) => {
    const charted = await organisation.charted();
    const { subject, notes } = subjectOf(charted.chart, ['message', 'channel', 'service'], demanded(input, 'name'));
    const facts = described(charted, subject);
    return result([...notes, descriptionText(facts)].join('\n'), facts);
  },
};

function findings(options: GatherOptions): Tool {
  return {
    name: 'get_document_findings',
    title: 'Findings of a document',
    description: 'What `portolan validate` says about a document: each finding with its code, place and what to do.',
    input: { document: { type: 'string', description: 'Its id, its path, or the end of the path.' } },
    required: ['document'],
    run: async (organisation, input) => {
      const found = await documentFindings(organisation.paths, options, demanded(input, 'document'));
      const lines = found.findings.map(({ severity, code, message, help, range }) => {
        const line = range ? `:${range.start.line}` : '';
        return `${severity} ${code}${line} ${message} ${help}`;
      });
      const told = found.findings.map(({ severity, code, message, help, origin, range }) => ({
        ...{ severity, code, message, help, origin },
        ...(range && { line: range.start.line }),
      }));
      const count = `${found.location}: ${lines.length === 0 ? 'no findings' : `${lines.length} findings`}`;
      return result([count, ...lines].join('\n'), { ...found, findings: told });
    },
  };
}
