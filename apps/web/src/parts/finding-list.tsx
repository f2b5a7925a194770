import type { Finding } from '@portolan/base';
import type { ReactNode } from 'react';
import { SeverityBadge } from './badge.tsx';
import { Inline } from './prose.tsx';
import './finding-list.css';

interface Props {
  findings: readonly Finding[];
  /** Draws where a finding stands, as something that leads there. */
  place: (finding: Finding, label: string) => ReactNode;
}

/** Findings one under another: how bad, what, where, and what to do. */
export function FindingList({ findings, place }: Props) {
  return (
    <ul className="findings">
      {findings.map((finding, index) => (
        <li key={keyOf(finding, index)} className={`finding finding-${finding.severity}`}>
          <p className="finding-head">
            <SeverityBadge severity={finding.severity} />
            <span className="finding-place mono">{place(finding, placeLabel(finding))}</span>
          </p>
          <p className="finding-message break">
            <Inline text={finding.message} />
          </p>
          <p className="finding-help break">
            <Inline text={finding.help} />
          </p>
          <p className="finding-code mono">{finding.code}</p>
        </li>
      ))}
    </ul>
  );
}

/** Where a finding stands, in short: its line, else its pointer. */
function placeLabel(finding: Finding): string {
  if (finding.range) return `line ${finding.range.start.line}`;
  return finding.origin.pointer === '' ? 'whole document' : finding.origin.pointer;
}

function keyOf(finding: Finding, index: number): string {
  return `${finding.code} ${finding.origin.source}${finding.origin.pointer} ${index}`;
}
