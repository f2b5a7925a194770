import { yaml } from '@codemirror/lang-yaml';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import type { Finding } from '@portolan/base';
import { useEffect, useRef } from 'react';
import { chosenLine, showLine } from './chosen-line.ts';
import { findingMarks } from './finding-marks.ts';
import { look } from './look.ts';

interface Props {
  /** Location of the file, for those who cannot see it. */
  label: string;
  text: string;
  /** The findings that stand in this file. */
  findings: readonly Finding[];
  /** The line that the address names. */
  line: number | undefined;
  onLine: (line: number) => void;
}

/**
 * A file with line numbers, colours and its findings. The editor lives in a shadow root: there its style sheets are
 * objects and no inline styles, which the portal's content security policy forbids.
 */
export default function SourceView({ label, text, findings, line, onLine }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(null);
  const report = useRef(onLine);
  report.current = onLine;
  const wanted = useRef(line);
  wanted.current = line;

  useEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const state = stateOf(label, text, findings, chosen => report.current(chosen));
    const view = new EditorView({ state, parent: root, root });
    editor.current = view;
    showLine(view, wanted.current);
    return () => view.destroy();
  }, [label, text, findings]);

  useEffect(() => {
    if (editor.current) showLine(editor.current, line);
  }, [line]);

  return <div ref={host} className="source-host" />;
}

function stateOf(label: string, text: string, findings: readonly Finding[], onLine: (line: number) => void) {
  const base = EditorState.create({ doc: text });
  return EditorState.create({
    doc: base.doc,
    extensions: [
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', tabindex: '0' }),
      findingMarks(base.doc, findings),
      lineNumbers({
        domEventHandlers: {
          click: (view, block) => {
            onLine(view.state.doc.lineAt(block.from).number);
            return true;
          },
        },
      }),
      chosenLine,
      // JSON is YAML, so one language colours both.
      yaml(),
      look,
    ],
  });
}
