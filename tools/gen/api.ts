/** Writes the page about the REST API and its OpenAPI document from the operations that the server is made of. */
import { openApi, operations } from '@portolan/server';
import { NOTE } from './generators.ts';
import { type Schema, shapeTable, typeOf } from './shape-table.ts';

interface Content {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly description: string }[];
  readonly responses: Readonly<Record<string, Content>>;
}

/** The parts of an OpenAPI document that the page shows. */
interface OpenApi {
  readonly info: { readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export async function generate(): Promise<Record<string, string>> {
  const document = openApi(operations) as unknown as OpenApi;
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ title: `${method.toUpperCase()} ${path}`, operation })),
  );
  const page = [
    '# REST API',
    '',
    NOTE,
    '',
    `${document.info.description} The same as [OpenAPI 3.1](openapi.json), which a running Portolan also serves at`,
    '`/api/openapi.json`.',
    '',
    ...document.tags.flatMap(({ name, description }) => [
      `## ${name}`,
      '',
      description,
      '',
      ...all.filter(({ operation }) => operation.tags.includes(name)).flatMap(section),
    ]),
    '## Shapes',
    '',
    ...Object.entries(document.components.schemas).flatMap(([name, schema]) => shape(name, schema)),
  ];
  return {
    'docs/reference/api.md': `${page.join('\n').trimEnd()}\n`,
    'docs/reference/openapi.json': `${JSON.stringify(document, undefined, 2)}\n`,
  };
}

function section({ title, operation }: { readonly title: string; readonly operation: Described }): string[] {
  const { summary, description, parameters = [], responses } = operation;
  const rows = parameters.map(({ name, in: place, description: text }) => `| \`${name}\` | ${place} | ${cell(text)} |`);
  const answers = Object.entries(responses).map(([status, answer]) => {
    return `| ${status} | ${contentOf(answer)} | ${cell(answer.description)} |`;
  });
  return [
    `### ${title}`,
    '',
    `${summary}.${description ? ` ${description}` : ''}`,
    '',
    ...(rows.length > 0 ? ['| Parameter | | |', '| --- | --- | --- |', ...rows, ''] : []),
    '| Answer | | |',
    '| --- | --- | --- |',
    ...answers,
    '',
  ];
}

function contentOf({ content = {} }: Content): string {
  return Object.entries(content)
    .map(([type, { schema }]) => (schema && /json/.test(type) ? typeOf(schema) : `\`${type}\``))
    .join(', ');
}

function shape(name: string, schema: Schema): string[] {
  const table = shapeTable(schema);
  return [`### ${name}`, '', ...(table.length > 0 ? table : [`${typeOf(schema)}.`, ''])];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\n+/g, ' ');
}
