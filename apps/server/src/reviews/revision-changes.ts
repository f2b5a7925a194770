import { withoutSecrets } from '@portolan/checks';
import type { Catalog, Reviews } from '@portolan/control';
import { printJson, reportOf } from '@portolan/review';
import { prepare } from '@portolan/schema';
import type { Revision } from '@portolan/stores/port';
import type { ChangeView, RevisionChanges } from '../port.ts';
import type { Known } from '../views/known.ts';
import { ownerName } from '../views/summaries.ts';
import { comparedOf } from './compared.ts';
import { schemaSides } from './schema-sides.ts';
import { settledOf } from './settled.ts';
import { consumerView, verdictView } from './verdict-view.ts';

/** Changes that one answer tells; a document that was rewritten as a whole has thousands. */
const MOST_CHANGES = 200;

/** What a revision changed against another one of the same document; secrets masked. */
export async function revisionChanges(
  catalog: Catalog,
  known: Known,
  { before, after }: { readonly before: Revision | undefined; readonly after: Revision },
  reviews: Reviews | undefined,
): Promise<RevisionChanges> {
  await prepare(['protobuf'], ['outline']);
  const id = after.document;
  const here = (await reviews?.decisions(id)) ?? [];
  const compared = await comparedOf(catalog, known, before, after);
  const now = known.snapshot.documents.get(id);
  const settled = await settledOf(compared, { repository: now?.decisions, here }, known);
  const changes = changesJson(settled);
  const service = known.serviceOfDocument.get(id);
  return withoutSecrets({
    document: id,
    title: settled.title,
    source: after.source,
    ...(service && { service: service.id, serviceName: service.name, ...ownerName(known, service) }),
    ...(service?.owner !== undefined && { owner: service.owner }),
    digest: after.digest,
    at: after.at,
    ...(before && { before: { digest: before.digest, at: before.at } }),
    verdict: verdictView([settled], known),
    ...(settled.version && { version: settled.version }),
    changes: changes.slice(0, MOST_CHANGES).map(change => withPages(change, known)),
    more: Math.max(0, changes.length - MOST_CHANGES),
    schemas: schemaSides(settled, id, known),
    decisions: here,
  });

  function changesJson(document: typeof settled): readonly ChangeView[] {
    const { documents } = JSON.parse(printJson(reportOf([document]))) as { documents: { changes: ChangeView[] }[] };
    return documents[0]?.changes ?? [];
  }
}

/** A change whose consumers lead to their pages. */
export function withPages(change: ChangeView, known: Known): ChangeView {
  const { consumers } = change;
  return consumers ? { ...change, consumers: consumers.map(consumer => consumerView(consumer, known)) } : change;
}
