/** Writes the pages that say what guards each demand of the specification, and what covers each rule of other tools. */
import { bindingDemands } from './covered/bindings.ts';
import type { Demand } from './covered/demand.ts';
import { peers } from './covered/peers.ts';
import { specificationAdvice, specificationDemands } from './covered/specification.ts';
import { NOTE } from './generators.ts';

export async function generate(): Promise<Record<string, string>> {
  return { 'docs/reference/demands.md': demandsPage(), 'docs/reference/peers-rules.md': peersPage() };
}

function demandsPage(): string {
  return [
    '# Demands of the specification',
    '',
    NOTE,
    '',
    'Every MUST, MUST NOT, REQUIRED and SHALL of the AsyncAPI specification (2.0 to 3.1) and of its bindings, in our words,',
    'and the finding that says where a document breaks it. They are errors; what the text only advises is a warning or less.',
    '',
    '## Specification',
    '',
    ...demandTable(specificationDemands),
    '## Bindings',
    '',
    ...demandTable(bindingDemands),
    '## Advice: SHOULD and RECOMMENDED',
    '',
    ...demandTable(specificationAdvice),
  ].join('\n');
}

function demandTable(demands: readonly Demand[]): string[] {
  const rows = demands.map(
    ({ section, versions, demand, guard }) => `| ${section} | ${versions} | ${demand} | ${covered(guard)} |`,
  );
  return ['| Section | Versions | Demand | Guarded by |', '| --- | --- | --- | --- |', ...rows, ''];
}

function peersPage(): string {
  return [
    '# Rules of other tools',
    '',
    NOTE,
    '',
    'What the AsyncAPI rules of other tools look for, and the finding of Portolan that says it. Each is written once and',
    'holds for 2.x and 3.x. Where the two judge a document differently, the tests in `packages/checks/src/suites` say why.',
    '',
    ...peers.flatMap(({ tool, source, rules }) => [
      `## ${tool}`,
      '',
      `Read from ${source}.`,
      '',
      '| Rule | Portolan |',
      '| --- | --- |',
      ...rules.map(({ name, ours }) => `| ${codes(name.split(', '))} | ${covered(ours)} |`),
      '',
    ]),
  ].join('\n');
}

function covered(by: readonly string[] | string): string {
  return typeof by === 'string' ? by : by.map(code => `[${code}](rules/${pageOf(code)})`).join(', ');
}

function codes(names: readonly string[]): string {
  return names.map(name => `\`${name}\``).join(', ');
}

function pageOf(code: string): string {
  return `${code.toLowerCase().replaceAll('_', '-')}.md`;
}
