import type { PushedDocument, PushOutcome } from '@portolan/control';
import type { PushedDocumentView, PushView } from '../port-push.ts';
import { countsOf } from './counts.ts';

/** What a push did, or would do, as the API tells it. */
export function pushView({ source, documents }: PushOutcome, dryRun: boolean): PushView {
  const count = (change: PushedDocument['change']) => documents.filter(document => document.change === change).length;
  return {
    source,
    dryRun,
    counts: {
      added: count('added'),
      changed: count('changed'),
      removed: count('removed'),
      unchanged: count('unchanged'),
    },
    findings: countsOf(documents.flatMap(({ document }) => document?.findings ?? [])),
    documents: documents.flatMap(document => viewOf(source, document)),
  };
}

function viewOf(source: string, { path, change, document }: PushedDocument): PushedDocumentView[] {
  if (change === 'unchanged') return [];
  const id = `${source}/${path}`;
  if (!document) return [{ id, path, change }];
  const { title, revision, findings, suppressed } = document;
  const counts = countsOf(findings);
  return [{ id, path, change, title, revision, findings: counts, ...(suppressed > 0 && { suppressed }) }];
}
