import { digest, instant, integer, list, object, ref, string, words } from '../json-schema.ts';

const files = list(object({ location: string, digest, text: string }));

/** Documents and their revisions. */
export const documentSchemas = {
  DocumentSummary: object(
    {
      id: string,
      source: string,
      path: string,
      title: string,
      version: string,
      findings: ref('FindingCounts'),
      revision: digest,
      at: instant,
    },
    {
      asyncapi: string,
      openapi: string,
      xregistry: string,
      stale: { const: true },
      service: string,
      suppressed: integer,
      score: integer,
      committed: object({ at: instant, commit: string }),
    },
  ),
  DocumentPage: object(
    { document: ref('DocumentSummary'), files, findings: list(ref('Finding')) },
    { score: ref('Score') },
  ),
  Score: object({ points: integer, of: integer, criteria: list(ref('Criterion')) }),
  Criterion: object({
    id: string,
    says: string,
    earned: integer,
    of: integer,
    missing: list(object({ what: string, file: string }, { line: integer })),
  }),
  RevisionSummary: object({ sequence: integer, at: instant, kind: words('revision', 'removal') }, { digest }),
  PatchView: object(
    { name: string, file: string, patch: string, title: string },
    { owner: string, description: string },
  ),
  ChangeEntry: object(
    {
      sequence: integer,
      at: instant,
      kind: words('added', 'changed', 'removed'),
      document: string,
      title: string,
      source: string,
      changes: list(ref('ChangeLine')),
      more: integer,
    },
    {
      service: string,
      serviceName: string,
      owner: string,
      ownerName: string,
      digest,
      before: digest,
      verdict: ref('ChangeVerdict'),
    },
  ),
  ChangeLine: object({ code: string, verdict: ref('ChangeVerdict'), says: string }),
  ChangeVerdict: words('breaking', 'not-checked', 'non-breaking', 'editorial'),
  RevisionPage: object({ revision: ref('RevisionSummary'), files }),
};
