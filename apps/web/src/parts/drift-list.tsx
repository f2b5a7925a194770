import type { DriftView } from '@portolan/server/port';
import { Link } from '@tanstack/react-router';
import { Badge } from './badge.tsx';
import { Inline } from './prose.tsx';
import { Section } from './section.tsx';
import { ThingLink } from './thing-link.tsx';
import './drift-list.css';

/** Differences one under another: what differs, where that was seen, whom it concerns, and what to do. */
export function DriftList({ items }: { items: readonly DriftView[] }) {
  return (
    <ul className="drifts">
      {items.map(item => (
        <li key={item.id} className="drift">
          <p className="drift-what break">
            <Inline text={item.says} />
          </p>
          <p className="drift-help break">
            <Inline text={item.help} />
          </p>
          <p className="drift-facts">
            <Badge tone={item.seenIn === 'evidence' ? 'sand' : 'info'}>
              seen in {item.seenIn === 'evidence' ? 'the evidence' : 'a document'}
            </Badge>
            <Place item={item} />
            {item.channel !== undefined ? (
              <ThingLink kind="channel" id={item.channel} className="quiet-link mono" icon>
                {item.channelName}
              </ThingLink>
            ) : null}
            {item.service !== undefined ? (
              <ThingLink kind="service" id={item.service} icon>
                {item.serviceName}
              </ThingLink>
            ) : null}
            {item.owner !== undefined ? (
              <ThingLink kind="team" id={item.owner} icon>
                {item.ownerName}
              </ThingLink>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The same as a part of a page; nothing where nothing differs. */
export function DriftSection({ items }: { items: readonly DriftView[] }) {
  if (items.length === 0) return null;
  return (
    <Section title="Drift" total={items.length}>
      <DriftList items={items} />
    </Section>
  );
}

function Place({ item: { document, file, line } }: { item: DriftView }) {
  const label = line === undefined ? file : `${file}:${line}`;
  if (document === undefined) return <span className="mono break">{label}</span>;
  return (
    <Link
      to="/documents/$id"
      params={{ id: document }}
      search={{ file }}
      hash={line === undefined ? '' : `L${line}`}
      className="quiet-link mono break"
    >
      {label}
    </Link>
  );
}
