import type { ComparedDocument, ComparedSide, PlacedChange, Spot } from './model.ts';

/** `orders.yaml:12:5`, of a revision as git writes it: `HEAD~1:orders.yaml:12:5`. */
export function placeOf({ origin, range }: Spot, side: ComparedSide | undefined): string {
  const source = side?.revision === undefined ? origin.source : `${side.revision}:${origin.source}`;
  return range ? `${source}:${range.start.line}:${range.start.column}` : source;
}

/** Where a change stands: before and after, or the one side where it is. */
export function placesOf(change: PlacedChange, document: ComparedDocument): string {
  const places = [
    change.before && placeOf(change.before, document.before),
    change.after && placeOf(change.after, document.after),
  ];
  return places.filter(place => place !== undefined).join(' → ');
}

/** What a document is called on both sides. */
export function namesOf({ before, after }: ComparedDocument): string {
  const named = (side: ComparedSide | undefined) =>
    side && (side.revision === undefined ? side.location : `${side.revision}:${side.location}`);
  const names = [named(before), named(after)].filter(name => name !== undefined);
  return names[0] === names[1] ? (names[0] ?? '') : names.join(' → ');
}
