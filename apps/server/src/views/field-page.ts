import { definitionsIn, lineageAnswer, type MessageNode, pathIn, readingOf } from '@portolan/chart';
import { placeOf } from '@portolan/control';
import type { FieldDefinition, FieldPage, FieldReader } from '../port.ts';
import { actionsOf } from './definitions.ts';
import type { Known } from './known.ts';
import { linksIn, linkView, messageSummary, ownerName, withAction } from './summaries.ts';

/** Everything about one field of a message; undefined when no document knows it. Schemas are drawn here. */
export function fieldPage(known: Known, id: string, typed: string): FieldPage | undefined {
  const message = known.messages.get(id);
  if (!message) return undefined;
  const { chart } = known.snapshot;
  const definitions = fieldDefinitions(known, message, typed);
  const [first] = definitions;
  if (!first) return undefined;
  const links = linksIn(known.linksOfMessage, id);
  return {
    message: messageSummary(known, message),
    field: first.path,
    definitions: definitions.map(({ path: _, ...definition }) => definition),
    senders: withAction(links, 'send').map(link => linkView(known, link)),
    receivers: readersOf(known, id, first.path),
    lineage: lineageAnswer(chart, known.charted, { message: id, field: first.path }).facts,
  };
}

function fieldDefinitions(known: Known, node: MessageNode, typed: string) {
  const found = definitionsIn(known.snapshot.chart, known.charted)
    .of(node.id)
    .flatMap(({ document, places }): (FieldDefinition & { path: string })[] => {
      const path = typed === '' || !places ? undefined : pathIn(places, typed);
      const place = path === undefined ? undefined : places?.get(path);
      const described = node.described.find(each => each.document === document);
      if (path === undefined || !place || !described) return [];
      const service = known.serviceOfDocument.get(document);
      const file = known.snapshot.documents.get(document);
      const line = file && placeOf(file.places, described.origin)?.start.line;
      return [
        {
          path,
          document,
          service: service?.id ?? '',
          serviceName: service?.name ?? document,
          actions: actionsOf(known, node.id, document),
          shapes: place.shapes,
          required: place.required,
          file: described.origin.source,
          ...(line !== undefined && { line }),
        },
      ];
    });
  const rank = ({ actions }: FieldDefinition) => (actions.includes('send') ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b));
}

function readersOf(known: Known, message: string, path: string): FieldReader[] {
  const definitions = definitionsIn(known.snapshot.chart, known.charted);
  const links = withAction(linksIn(known.linksOfMessage, message), 'receive');
  const byService = new Map(links.map(link => [link.service, link]));
  return [...byService.values()].map(({ service, confidence }) => {
    const node = known.services.get(service);
    const own = definitions.of(message, service);
    const readings = own.map(({ places }) => (places ? readingOf(places, path).reads : 'around'));
    const reads = readings.includes('it')
      ? 'yes'
      : readings.length === 0 || readings.includes('around')
        ? 'unknown'
        : 'no';
    return {
      service,
      serviceName: node?.name ?? service,
      ...(node?.owner !== undefined && { owner: node.owner }),
      ...(node && ownerName(known, node)),
      reads,
      confidence,
    };
  });
}
