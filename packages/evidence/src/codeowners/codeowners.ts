import type { Origin } from '@portolan/base';
import { pathPattern } from './path-pattern.ts';

/** Who answers for files by a CODEOWNERS file. */
export interface Codeowners {
  /** The team of a path from the top of the repository; undefined where nobody is named, or only people by their mail. */
  teamOf(path: string): { readonly team: string; readonly origin: Origin } | undefined;
}

/** Where the file may stand in a repository, in the order in which GitHub and GitLab look for it. */
export const CODEOWNERS_PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'];

interface Rule {
  readonly fits: (parts: readonly string[]) => boolean;
  readonly team: string | undefined;
  readonly line: number;
  readonly length: number;
}

/** Lines that are read; GitHub takes no file of more than 3 MB. */
const MOST_LINES = 50_000;

/**
 * Reads a CODEOWNERS file of GitHub, or of GitLab with its sections. Every text is one: a line that says nothing is left
 * out, as both do. The last rule that fits counts; of several sections, the first in which one names a team.
 */
export function readCodeowners(location: string, text: string): Codeowners {
  const sections: { rules: Rule[] }[] = [{ rules: [] }];
  let usual: string | undefined;
  for (const [index, raw] of text.split('\n', MOST_LINES).entries()) {
    const line = raw.replace(/(^|\s)#.*$/, '').trim();
    if (line === '') continue;
    const section = /^\^?\[([^\]]*)\](?:\[\d+\])?(.*)$/.exec(line);
    if (section && !/^\[[^\]]*\]\S/.test(line.replace(/\]\[\d+\]/, ']'))) {
      sections.push({ rules: [] });
      usual = teamIn((section[2] as string).trim().split(/\s+/));
      continue;
    }
    const [pattern = '', ...owners] = wordsOf(line);
    // GitHub has no exceptions, and leaves such lines out.
    if (pattern.startsWith('!')) continue;
    const team = owners.length > 0 ? teamIn(owners) : usual;
    sections.at(-1)?.rules.push({ fits: pathPattern(pattern), team, line: index + 1, length: raw.length });
  }
  return {
    teamOf(path) {
      const parts = path.split('/');
      for (const { rules } of sections) {
        const rule = rules.findLast(({ fits }) => fits(parts));
        if (rule?.team === undefined) continue;
        const { line, length } = rule;
        const inside = { start: { line, column: 1 }, end: { line, column: length + 1 } };
        return { team: rule.team, origin: { source: location, pointer: '', inside } };
      }
      return undefined;
    },
  };
}

/** A blank in a path is written with a backslash before it. */
function wordsOf(line: string): string[] {
  return (line.match(/(?:\\.|[^\s\\])+/g) ?? []).map(word => word.replace(/\\(.)/g, '$1'));
}

/** `@shop/payments` is the team `payments`. A name without a group may be a person, and counts after all teams. */
function teamIn(owners: readonly string[]): string | undefined {
  const names = owners.filter(owner => /^@[^@]/.test(owner)).map(owner => owner.slice(1));
  const name = names.find(each => each.includes('/')) ?? names[0];
  return name?.split('/').at(-1) || undefined;
}
