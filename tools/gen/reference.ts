/** Writes the front page of the reference. */
import { NOTE } from './generators.ts';

const PAGES: Readonly<Record<string, readonly [string, string]>> = {
  'cli.md': ['Command line', 'every command with its options, environment variables and exit codes'],
  'rules/README.md': ['Findings', 'what can be wrong with a document, why it matters, and how to mend it'],
  'changes.md': ['Changes', 'what `portolan diff` tells apart, and whether it breaks anybody'],
  'demands.md': ['Demands of the specification', 'what guards each MUST of AsyncAPI and its bindings'],
  'peers-rules.md': [
    'Rules of other tools',
    'which finding covers which rule of Spectral, parser-js, Redocly and vacuum',
  ],
  'settings.md': ['Settings', 'what may stand in `portolan.yaml`'],
  'faults.md': ['Faults', 'what Portolan itself refuses or fails at'],
  'formats.md': ['Formats', 'the JSON that the command line prints'],
  'api.md': ['REST API', 'what the server answers'],
};

export async function generate(): Promise<Record<string, string>> {
  const links = Object.entries(PAGES).map(([page, [title, about]]) => `- [${title}](${page}): ${about}`);
  const note = 'Everything here is generated from the code, and a test compares the two.';
  return { 'docs/reference/README.md': ['# Reference', '', NOTE, '', note, '', ...links, ''].join('\n') };
}
