import { SECTIONS, VERDICTS } from '@portolan/changes';
import { boolean, digest, instant, integer, list, object, ref, string, words } from '../json-schema.ts';

const verdict = words(...VERDICTS);

/** What changed from version to version. */
export const changelogSchemas = {
  ReleaseView: object(
    {
      at: instant,
      revision: digest,
      kind: words('first', 'changed', 'gone'),
      lines: list(object({ section: words(...SECTIONS), code: string, verdict, says: string })),
      more: integer,
    },
    { version: string, strongest: verdict, due: string },
  ),
  ChangelogView: object(
    { document: string, title: string, isCut: boolean, releases: list(ref('ReleaseView')) },
    { service: string, serviceName: string },
  ),
};

export const CHANGELOG_PAGE = object({ items: list(ref('ChangelogView')), more: integer });
