import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The portal's own colours on the source; they follow the theme because they are its variables. */
const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--code-key)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-string)' },
  { tag: [tags.number, tags.integer, tags.float], color: 'var(--code-number)' },
  { tag: [tags.keyword, tags.atom, tags.bool, tags.null, tags.typeName, tags.labelName], color: 'var(--code-atom)' },
  { tag: [tags.comment, tags.lineComment, tags.meta], color: 'var(--code-comment)', fontStyle: 'italic' },
]);

const theme = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', fontSize: '0.84rem', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px', borderRadius: 'inherit' },
  '.cm-scroller': { fontFamily: 'var(--mono)', fontVariantLigatures: 'none', lineHeight: '1.65', overflow: 'auto' },
  '.cm-gutters': {
    backgroundColor: 'var(--sunken)',
    color: 'var(--ink-faint)',
    borderRight: '1px solid var(--line)',
    fontVariantNumeric: 'tabular-nums',
  },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 0.7rem 0 0.4rem', cursor: 'pointer' },
  '.cm-lineNumbers .cm-gutterElement:hover': { color: 'var(--accent)' },
  '.cm-content': { padding: '0.6rem 0', caretColor: 'transparent' },
  '.cm-line': { padding: '0 1rem' },
  '.finding-gutter': { width: '1.1rem' },
  '.finding-dot': { display: 'inline-block', width: '1.1rem', textAlign: 'center', fontWeight: '700' },
  '.finding-dot-error': { color: 'var(--error)' },
  '.finding-dot-warning': { color: 'var(--warning)' },
  '.finding-dot-info': { color: 'var(--info)' },
  '.finding-mark': {
    textDecoration: 'underline wavy',
    textDecorationThickness: '1.5px',
    textUnderlineOffset: '3px',
    textDecorationSkipInk: 'none',
  },
  '.finding-mark-error': { textDecorationColor: 'var(--error)', backgroundColor: 'var(--error-wash)' },
  '.finding-mark-warning': { textDecorationColor: 'var(--warning)', backgroundColor: 'var(--warning-wash)' },
  '.finding-mark-info': { textDecorationColor: 'var(--info)', backgroundColor: 'var(--info-wash)' },
  '.line-chosen': { backgroundColor: 'var(--sand-wash)', boxShadow: 'inset 3px 0 0 var(--sand)' },
  '.cm-tooltip': {
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    boxShadow: 'var(--shadow-high)',
  },
  '.finding-tip': { maxWidth: '30rem', padding: '0.5rem 0.8rem', fontFamily: 'var(--sans)', lineHeight: '1.5' },
});

/** How the source looks. */
export const look: Extension = [theme, syntaxHighlighting(colours)];
