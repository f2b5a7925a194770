/** Writes the page about the JSON that the command line prints, and the schemas of it that no other generator writes. */
import { chartJsonSchema } from '@portolan/chart';
import { jsonSchema as findingsJsonSchema, scoresJsonSchema } from '@portolan/checks/engine';
import { searchJsonSchema } from '../../apps/cli/src/search-json-schema.ts';
import { NOTE } from './generators.ts';
import { type Schema, shapeTable } from './shape-table.ts';

interface Format {
  /** Name and version, as in the member `portolan` of the JSON. */
  readonly shape: string;
  readonly about: string;
  readonly schema: Schema;
}

const FORMATS: readonly Format[] = [
  { shape: 'findings/1', about: 'What `portolan validate --format json` prints.', schema: findingsJsonSchema },
  { shape: 'scores/1', about: 'What `portolan score --format json` prints.', schema: scoresJsonSchema },
  { shape: 'chart/1', about: 'What `portolan chart --format json` prints.', schema: chartJsonSchema },
  { shape: 'search/1', about: 'What `portolan search --format json` prints.', schema: searchJsonSchema },
];

export async function generate(): Promise<Record<string, string>> {
  const page = [
    '# Formats',
    '',
    NOTE,
    '',
    'The JSON that the command line prints carries the name and the version of its shape in the member `portolan`. Within a',
    'version, members may be added; none changes its meaning or goes away. Each shape has a JSON Schema (draft-07).',
    '',
    ...FORMATS.flatMap(({ shape, about, schema }) => [
      `## ${shape}`,
      '',
      `${about} [JSON Schema](${fileOf(shape)})`,
      '',
      ...shapeTable(schema),
    ]),
  ];
  return {
    'docs/reference/formats.md': `${page.join('\n').trimEnd()}\n`,
    [`docs/reference/${fileOf('scores/1')}`]: json(scoresJsonSchema),
    [`docs/reference/${fileOf('chart/1')}`]: json(chartJsonSchema),
    [`docs/reference/${fileOf('search/1')}`]: json(searchJsonSchema),
  };
}

function fileOf(shape: string): string {
  return `${shape.replace('/', '-')}.schema.json`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
