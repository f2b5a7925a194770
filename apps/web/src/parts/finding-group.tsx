import type { FindingView } from '@portolan/server/port';
import { Link } from '@tanstack/react-router';
import { FindingList } from './finding-list.tsx';
import { ThingLink } from './thing-link.tsx';
import './finding-group.css';

interface DocumentFindings {
  readonly document: string;
  readonly title: string;
  readonly findings: readonly FindingView[];
}

/** Puts the findings of one document together, documents in the order in which they come. */
export function byDocument(findings: readonly FindingView[]): DocumentFindings[] {
  const groups = new Map<string, { document: string; title: string; findings: FindingView[] }>();
  for (const finding of findings) {
    const group = groups.get(finding.document);
    if (group) group.findings.push(finding);
    else groups.set(finding.document, { document: finding.document, title: finding.title, findings: [finding] });
  }
  return [...groups.values()];
}

/** The findings of one document under its name; `level` is the heading's place in the page. */
export function FindingGroup({ group, level }: { group: DocumentFindings; level: 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <section className="finding-group">
      <Heading>
        {group.document === '' ? (
          'The whole chart'
        ) : (
          <ThingLink kind="document" id={group.document}>
            {group.title}
          </ThingLink>
        )}
        <span className="finding-group-id mono">{group.document}</span>
      </Heading>
      <FindingList
        findings={group.findings}
        place={(finding, label) =>
          group.document === '' ? (
            label
          ) : (
            <Link
              to="/documents/$id"
              params={{ id: group.document }}
              search={{ file: finding.origin.source }}
              hash={finding.range ? `L${finding.range.start.line}` : ''}
              className="link"
            >
              {label}
            </Link>
          )
        }
      />
    </section>
  );
}
