import { type FindingKind, findingOf, type Params } from '@portolan/base';
import { SERVICE_IDS_DIFFER, SERVICE_OWNERS_DIFFER } from '../findings.ts';
import type { ChartedDocument, ChartFinding } from '../model.ts';
import { ownerOf } from './owners.ts';
import { type Service, serviceName } from './services.ts';
import { listed } from './words.ts';

/** Documents of one service that contradict each other about who it is or whose it is. */
export function contradictionsOfServices(services: readonly Service[]): ChartFinding[] {
  return services.flatMap(({ documents }) => {
    if (documents.length < 2) return [];
    const service = serviceName(documents[0] as ChartedDocument);
    const owner = differing(
      documents,
      ({ contract }) => ownerOf(contract)?.word,
      ({ contract }) => ownerOf(contract)?.id,
    );
    const id = differing(documents, ({ contract }) => contract.id);
    return [
      ...(owner ? [found(SERVICE_OWNERS_DIFFER, owner, { service, owners: listed(owner.words) })] : []),
      ...(id ? [found(SERVICE_IDS_DIFFER, id, { service, ids: listed(id.words) })] : []),
    ];
  });
}

interface Difference {
  readonly words: readonly string[];
  /** The first document that says anything, and the first that says something else. */
  readonly first: ChartedDocument;
  readonly other: ChartedDocument;
}

/** What documents say differently; those that say nothing contradict nobody. */
function differing(
  documents: readonly ChartedDocument[],
  word: (document: ChartedDocument) => string | undefined,
  identity = word,
): Difference | undefined {
  const saying = new Map<string, ChartedDocument>();
  const words: string[] = [];
  for (const document of documents) {
    const key = identity(document);
    if (key === undefined || saying.has(key)) continue;
    saying.set(key, document);
    words.push(word(document) as string);
  }
  const [first, other] = saying.values();
  return first && other && { words, first, other };
}

function found(kind: FindingKind, { first, other }: Difference, params: Params): ChartFinding {
  const related = [{ message: `${first.path} says otherwise.`, origin: first.contract.info.origin }];
  return { ...findingOf(kind, other.contract.info.origin, params, { related }), document: other.id };
}
