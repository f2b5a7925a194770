import { type Extension, RangeSet, type Text } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, gutter, hoverTooltip } from '@codemirror/view';
import { type Finding, type Position, SEVERITIES, type Severity } from '@portolan/base';

/** A sign of its own shape for each severity, so that colour is not the only difference. */
const SIGNS: Readonly<Record<Severity, string>> = { error: '■', warning: '▲', info: '●' };

class Sign extends GutterMarker {
  readonly severity: Severity;
  readonly says: string;

  constructor(severity: Severity, says: string) {
    super();
    this.severity = severity;
    this.says = says;
  }

  override eq(other: Sign): boolean {
    return other.severity === this.severity && other.says === this.says;
  }

  override toDOM(): Node {
    const dot = document.createElement('span');
    dot.className = `finding-dot finding-dot-${this.severity}`;
    dot.textContent = SIGNS[this.severity];
    dot.title = this.says;
    return dot;
  }
}

/** Findings marked in the text: a sign in the gutter, an underline, and the message when pointed at. */
export function findingMarks(doc: Text, findings: readonly Finding[]): Extension {
  const placed = findings.flatMap(finding => {
    const place = placeOf(doc, finding);
    return place ? [{ finding, ...place }] : [];
  });
  return [
    gutter({ class: 'finding-gutter', markers: () => signs(doc, placed) }),
    EditorView.decorations.of(
      Decoration.set(
        placed.map(({ finding, from, to }) =>
          Decoration.mark({ class: `finding-mark finding-mark-${finding.severity}` }).range(from, to),
        ),
        true,
      ),
    ),
    hoverTooltip((_view, at) => {
      const here = placed.filter(({ from, to }) => from <= at && at <= to);
      const [first] = here;
      if (!first) return null;
      return {
        pos: first.from,
        end: first.to,
        above: true,
        create: () => {
          const dom = document.createElement('div');
          dom.className = 'finding-tip';
          dom.textContent = here.map(({ finding }) => finding.message).join('\n');
          return { dom };
        },
      };
    }),
  ];
}

interface Placed {
  readonly finding: Finding;
  readonly from: number;
  readonly to: number;
}

function signs(doc: Text, placed: readonly Placed[]): RangeSet<GutterMarker> {
  const byLine = new Map<number, Finding[]>();
  for (const { finding, from } of placed) {
    const line = doc.lineAt(from).from;
    byLine.set(line, [...(byLine.get(line) ?? []), finding]);
  }
  const markers = [...byLine].map(([line, findings]) => {
    const worst = SEVERITIES.find(severity => findings.some(finding => finding.severity === severity)) ?? 'info';
    return new Sign(worst, findings.map(finding => finding.message).join('\n')).range(line);
  });
  return RangeSet.of(markers, true);
}

/** Where a finding stands in the text; its first line only, because a marked block says nothing. */
function placeOf(doc: Text, finding: Finding): { from: number; to: number } | undefined {
  if (!finding.range) return undefined;
  const from = offsetOf(doc, finding.range.start);
  const lineEnd = doc.lineAt(from).to;
  const to = Math.min(offsetOf(doc, finding.range.end), lineEnd);
  if (to > from) return { from, to };
  return lineEnd > from ? { from, to: lineEnd } : undefined;
}

/** Places count from 1; one beyond the text is its nearest end. */
function offsetOf(doc: Text, { line, column }: Position): number {
  const at = doc.line(Math.max(1, Math.min(line, doc.lines)));
  return Math.min(at.from + Math.max(0, column - 1), at.to);
}
