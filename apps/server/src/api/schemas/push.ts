import { PUSH_LIMITS } from '@portolan/control';
import { boolean, digest, integer, list, object, ref, string, words } from '../json-schema.ts';

const fact = { type: 'string', maxLength: 500 };

/** What is sent. */
export const PUSH = object(
  {
    files: {
      ...list(object({ location: { type: 'string', minLength: 1, maxLength: PUSH_LIMITS.location }, text: string })),
      maxItems: PUSH_LIMITS.files,
    },
  },
  { commit: fact, branch: fact, from: fact },
);

/** What a push did. */
export const pushSchemas = {
  PushView: object({
    source: string,
    dryRun: boolean,
    counts: object({ added: integer, changed: integer, removed: integer, unchanged: integer }),
    findings: ref('FindingCounts'),
    documents: list(ref('PushedDocument')),
  }),
  PushedDocument: object(
    { id: string, path: string, change: words('added', 'changed', 'removed') },
    { title: string, revision: digest, findings: ref('FindingCounts'), suppressed: integer },
  ),
};
