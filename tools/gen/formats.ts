/** Writes the page about the JSON that the command line prints, and the schemas of it that no other generator writes. */
import { answerJsonSchemas, chartJsonSchema } from '@portolan/chart';
import { jsonSchema as findingsJsonSchema, scoresJsonSchema } from '@portolan/checks/engine';
import { evidenceJsonSchema } from '@portolan/evidence';
import { changesJsonSchema, checkJsonSchema } from '@portolan/review';
import { changelogJsonSchema } from '../../apps/cli/src/changelog/json-schema.ts';
import { driftJsonSchema } from '../../apps/cli/src/drift-json-schema.ts';
import { historyJsonSchema } from '../../apps/cli/src/history/json-schema.ts';
import { searchJsonSchema } from '../../apps/cli/src/search-json-schema.ts';
import { NOTE } from './generators.ts';
import { type Schema, shapeTable } from './shape-table.ts';

interface Format {
  /** Name and version, as in the member `portolan` of the JSON. */
  readonly shape: string;
  readonly about: string;
  readonly schema: Schema;
}

/** The commands that answer with each shape. */
const ANSWERS: Readonly<Record<string, string>> = {
  'parties/1': '`portolan who-sends` and `portolan who-receives`',
  'dependencies/1': '`portolan depends-on`',
  'impact/1': '`portolan impact`',
  'lineage/1': '`portolan impact --lineage`',
  'path/1': '`portolan path`',
  'owners/1': '`portolan owners`',
};

const FORMATS: readonly Format[] = [
  { shape: 'findings/1', about: 'What `portolan validate --format json` prints.', schema: findingsJsonSchema },
  { shape: 'scores/1', about: 'What `portolan score --format json` prints.', schema: scoresJsonSchema },
  { shape: 'chart/1', about: 'What `portolan chart --format json` prints.', schema: chartJsonSchema },
  { shape: 'search/1', about: 'What `portolan search --format json` prints.', schema: searchJsonSchema },
  { shape: 'drift/1', about: 'What `portolan drift --format json` prints.', schema: driftJsonSchema },
  ...Object.entries(ANSWERS).map(([shape, commands]) => ({
    shape,
    about: `What ${commands} with \`--format json\` prints.`,
    schema: answerJsonSchemas[shape] as Schema,
  })),
  { shape: 'changes/1', about: 'What `portolan diff --format json` prints.', schema: changesJsonSchema },
  { shape: 'check/1', about: 'What `portolan check --format json` prints.', schema: checkJsonSchema },
  { shape: 'history/1', about: 'What `portolan history --format json` prints.', schema: historyJsonSchema },
  { shape: 'changelog/1', about: 'What `portolan changelog --format json` prints.', schema: changelogJsonSchema },
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
    [`docs/reference/${fileOf('changes/1')}`]: json(changesJsonSchema),
    [`docs/reference/${fileOf('check/1')}`]: json(checkJsonSchema),
    [`docs/reference/${fileOf('history/1')}`]: json(historyJsonSchema),
    [`docs/reference/${fileOf('changelog/1')}`]: json(changelogJsonSchema),
    ...Object.fromEntries(
      Object.entries(answerJsonSchemas).map(([shape, schema]) => [`docs/reference/${fileOf(shape)}`, json(schema)]),
    ),
    [`docs/reference/${fileOf('drift/1')}`]: json(driftJsonSchema),
    [`docs/reference/${fileOf('evidence/1')}`]: json(evidenceJsonSchema),
  };
}

function fileOf(shape: string): string {
  return `${shape.replace('/', '-')}.schema.json`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
