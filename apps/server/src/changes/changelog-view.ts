import { setImmediate as nextTurn } from 'node:timers/promises';
import { changelogOf, type Release, type ServicePast, type ServiceState } from '@portolan/changes';
import { withoutSecrets } from '@portolan/checks';
import { type Catalog, type CatalogDocument, readRevision } from '@portolan/control';
import { unresolvedOf } from '@portolan/review';
import type { ChangelogView, ReleaseView } from '../port.ts';
import { keptAnswers } from '../reviews/kept.ts';
import type { Known } from '../views/known.ts';

/** Revisions of one document that are looked through, the newest; older ones are told to be there. */
const MOST_REVISIONS = 100;

/** Sentences of one release. */
const MOST_LINES = 50;

/** Documents whose changelogs are kept. One takes some kilobytes. */
const kept = keptAnswers<ChangelogView | undefined>(500);

/** What changed from version to version of a document; undefined where no state of it could be read. */
export function changelogView(
  catalog: Catalog,
  known: Known,
  { id, revision, sequence }: Pick<CatalogDocument, 'id' | 'revision' | 'sequence'>,
): Promise<ChangelogView | undefined> {
  const service = known.serviceOfDocument.get(id);
  const named = service && { service: service.id, serviceName: service.name };
  const key = [id, revision, sequence, service?.id ?? '', service?.name ?? ''].join(' ');
  return kept(key, async () => {
    const past = await pastOf(catalog, id);
    const changelog = changelogOf(past);
    if (!changelog) return undefined;
    const { title, releases } = changelog;
    const isCut = past.continued;
    return withoutSecrets({ document: id, title, ...named, isCut, releases: releases.map(releaseView) });
  });
}

/** The states that a document was in, as far as they are looked through. */
async function pastOf(catalog: Catalog, id: string): Promise<ServicePast> {
  const history = await catalog.history(id, { limit: MOST_REVISIONS + 1 });
  const states: ServiceState[] = [];
  for (const entry of history.slice(0, MOST_REVISIONS).reverse()) {
    if (entry.kind !== 'revision') continue;
    const read = await readRevision(catalog, entry);
    // A state that cannot be read as a whole would make what is lost of it look removed.
    if (read.contract && !read.contract.incomplete)
      states.push({
        contract: read.contract,
        at: entry.at,
        revision: entry.digest,
        unresolved: unresolvedOf(read),
      });
    // Reading is computation: let others be served between two revisions.
    await nextTurn();
  }
  return { path: id, states, continued: history.length > MOST_REVISIONS };
}

function releaseView({ version, at, revision, kind, strongest, due, sections }: Release): ReleaseView {
  const lines = sections.flatMap(({ name, changes }) =>
    changes.map(({ code, verdict, says }) => ({ section: name, code, verdict, says })),
  );
  return {
    ...(version !== undefined && { version }),
    at,
    revision,
    kind,
    ...(strongest && { strongest }),
    ...(due !== undefined && { due }),
    lines: lines.slice(0, MOST_LINES),
    more: Math.max(0, lines.length - MOST_LINES),
  };
}
