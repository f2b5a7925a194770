import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

/** Chooses a line by its number, from 1; nothing is chosen by undefined. */
export const chooseLine = StateEffect.define<number | undefined>();

const chosen = Decoration.line({ class: 'line-chosen' });

/** The line that the address names, marked. */
export const chosenLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(chooseLine)) continue;
      const { doc } = transaction.state;
      if (effect.value === undefined || effect.value > doc.lines) return Decoration.none;
      return Decoration.set([chosen.range(doc.line(effect.value).from)]);
    }
    return marks;
  },
  provide: field => EditorView.decorations.from(field),
});

/** Marks a line and brings it to the middle of the view. */
export function showLine(view: EditorView, line: number | undefined): void {
  const known = line !== undefined && line >= 1 && line <= view.state.doc.lines ? line : undefined;
  const effects: StateEffect<unknown>[] = [chooseLine.of(known)];
  if (known !== undefined) effects.push(EditorView.scrollIntoView(view.state.doc.line(known).from, { y: 'center' }));
  view.dispatch({ effects });
}
