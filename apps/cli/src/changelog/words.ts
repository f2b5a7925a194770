import { type Release, type SectionName, VERDICTS } from '@portolan/changes';
import { verdictInWords } from '@portolan/review';

/** What the sections of a release are called. */
export const SECTION_TITLES: Readonly<Record<SectionName, string>> = {
  breaking: 'Breaking',
  added: 'Added',
  changed: 'Changed',
  deprecated: 'Deprecated',
  removed: 'Removed',
  security: 'Security',
  'not-checked': 'Not checked',
  editorial: 'Editorial',
};

/** `2.0.0`, or what became of the service. */
export function headingOf({ version, kind }: Release): string {
  return kind === 'gone' ? 'Gone' : (version ?? '');
}

/** What a release came to, in a few words. */
export function releaseInWords({ kind, sections, due }: Release): string {
  if (kind === 'first') return 'first version';
  if (kind === 'gone') return 'its document was removed';
  const changes = sections.flatMap(section => section.changes);
  const counts = VERDICTS.map(
    verdict => [verdict, changes.filter(change => change.verdict === verdict).length] as const,
  );
  const told = counts.filter(([, count]) => count > 0).map(([verdict, count]) => `${count} ${verdictInWords(verdict)}`);
  const words = told.length === 0 ? 'nothing but the version' : told.join(', ');
  return due === undefined ? words : `${words}; ${due} or more was due`;
}
