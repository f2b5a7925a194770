import { compareText } from '@portolan/base';
import type { Change, Release, ServiceChangelog } from '@portolan/changes';
import { markdownCode as code, markdownText as escaped } from '@portolan/checks/engine';
import { headingOf, releaseInWords, SECTION_TITLES } from './words.ts';

/** Changelogs as Markdown: first all releases of the organisation by date, then each service with what changed. */
export function printMarkdown(changelogs: readonly ServiceChangelog[]): string {
  const blocks = ['# Changelog'];
  if (changelogs.length === 0) blocks.push('No document changed.');
  if (changelogs.length > 1) blocks.push(overviewOf(changelogs));
  for (const { title, path, releases } of changelogs) {
    blocks.push(`## ${escaped(title)}`, code(path));
    for (const release of releases) blocks.push(...releaseBlocks(release));
  }
  return `${blocks.join('\n\n')}\n`;
}

/** A row for each release, the newest first. */
function overviewOf(changelogs: readonly ServiceChangelog[]): string {
  const all = changelogs.flatMap(({ title, releases }) => releases.map(release => ({ title, release })));
  all.sort((a, b) => compareText(b.release.at, a.release.at) || compareText(a.title, b.title));
  const rows = all.map(({ title, release }) => {
    const cells = [dayOf(release), escaped(title), escaped(headingOf(release)), escaped(releaseInWords(release))];
    return `| ${cells.join(' | ')} |`;
  });
  return ['| Date | Service | Version | Changes |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function releaseBlocks(release: Release): string[] {
  const words = releaseInWords(release);
  return [
    `### ${escaped(headingOf(release))} – ${dayOf(release)}`,
    `${escaped(words.charAt(0).toUpperCase() + words.slice(1))}.`,
    ...release.sections.flatMap(({ name, changes }) => [
      `#### ${SECTION_TITLES[name]}`,
      changes.map(change => `- ${sentenceOf(change)}`).join('\n'),
    ]),
  ];
}

/** What became of it, with what it does to others where it breaks them, and why it is not checked. */
function sentenceOf({ says, reason, differences }: Change): string {
  const effects = [...new Set(differences.filter(({ breaks }) => breaks === 'yes').map(difference => difference.says))];
  const told = [escaped(says), ...(reason === undefined ? [] : [`Not checked: ${escaped(reason)}.`])];
  return [told.join(' '), ...effects.map(effect => `  - ${escaped(effect)}`)].join('\n');
}

function dayOf({ at }: Release): string {
  return at.slice(0, 10);
}
