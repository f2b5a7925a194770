/** Writes the page about `portolan.yaml` and its JSON Schema, from the schema that settings are read by. */
import { type OptionSchema, rules, settingsJsonSchema } from '@portolan/checks';
import { NOTE } from './generators.ts';
import { type Schema, shapeTable } from './shape-table.ts';

export async function generate(): Promise<Record<string, string>> {
  const page = [
    '# Settings',
    '',
    NOTE,
    '',
    'What may stand in `portolan.yaml`. Each document goes by the nearest one above it. [How to](../how-to/settings.md) ·',
    '[JSON Schema](settings-1.schema.json)',
    '',
    ...shapeTable(plain(settingsJsonSchema) as Schema),
    '## Options of rules',
    '',
    ...optionRows(),
  ];
  return {
    'docs/reference/settings.md': `${page.join('\n').trimEnd()}\n`,
    'docs/reference/settings-1.schema.json': `${JSON.stringify(settingsJsonSchema, undefined, 2)}\n`,
  };
}

/** The schema with the first of several ways to write a member, which is the one that has members. */
function plain(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(plain);
  if (schema === null || typeof schema !== 'object') return schema;
  const { anyOf, ...rest } = schema as { anyOf?: readonly object[] };
  const [first, second] = anyOf ?? [];
  const whole = first && 'properties' in first ? { ...second, ...rest } : { ...rest, ...(anyOf && { anyOf }) };
  return Object.fromEntries(Object.entries(whole).map(([name, member]) => [name, plain(member)]));
}

function optionRows(): string[] {
  const rows = rules.flatMap(({ code, options = {} }) =>
    Object.entries(options).map(([name, option]: [string, OptionSchema]) => {
      const page = `rules/${code.toLowerCase().replaceAll('_', '-')}.md`;
      return `| [${code}](${page}) | \`${name}\` | ${option.description.replaceAll('|', '\\|')} | \`${JSON.stringify(option.default)}\` |`;
    }),
  );
  if (rows.length === 0) return ['No rule has options so far.', ''];
  return ['| Rule | Option | Meaning | Default |', '| --- | --- | --- | --- |', ...rows, ''];
}
