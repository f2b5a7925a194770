/** Writes the page of all faults from their catalogues. */
import type { FaultKind } from '@portolan/base';
import { catalogues } from './catalogues.ts';
import { NOTE } from './generators.ts';

/** What each part is to people who read the page. */
const TITLES: Readonly<Record<string, string>> = {
  'packages/checks': 'Checks',
  'packages/chart': 'Chart',
  'packages/stores': 'Store',
  'packages/control': 'Catalog',
  'apps/server': 'Server',
  'apps/cli': 'Command line',
};

export async function generate(): Promise<Record<string, string>> {
  const all = await catalogues();
  const page = [
    '# Faults',
    '',
    NOTE,
    '',
    'What Portolan itself refuses or fails at. The same code stands in what the command line prints, in the log, and in the',
    'answers of the API as [problem details](https://www.rfc-editor.org/rfc/rfc9457). What is wrong with a document is a',
    '[finding](rules/README.md) instead.',
    '',
    ...all.flatMap(({ part, kinds }) => [`## ${TITLES[part] ?? part}`, '', ...Object.entries(kinds).flatMap(section)]),
  ];
  return { 'docs/reference/faults.md': `${page.join('\n').trimEnd()}\n` };
}

function section([code, kind]: [string, FaultKind]): string[] {
  const again = kind.retry ? 'the same call may succeed later' : 'the same call fails again';
  return [
    `### ${code}`,
    '',
    `> ${ellipses(kind.says)}`,
    '',
    ellipses(kind.help),
    '',
    `HTTP status ${kind.status}, exit code ${kind.exit}; ${again}.`,
    '',
  ];
}

/** A template with an ellipsis where a parameter stands. */
function ellipses(template: string): string {
  return template.replace(/\{\w+\}/g, '…');
}
