import type { Overview } from '@portolan/server/port';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { mapQuery, overviewQuery } from '../api/queries.ts';
import { MapPreview } from '../map/map-preview.tsx';
import { Icon } from '../parts/icon.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { NoDocuments } from '../parts/no-documents.tsx';
import { usePageTitle } from '../parts/page-head.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { busiestChannels } from '../words/busiest.ts';
import { number } from '../words/count.ts';
import { Browse } from './home-browse.tsx';
import { WeekOfChanges } from './home-changes.tsx';
import { FindingSummary } from './home-findings.tsx';
import './home.css';

const MOST_BUSY = 7;

/** The organisation at a glance, and the way to everything in it. */
export function HomePage() {
  usePageTitle('Portolan');
  return (
    <Loaded query={useQuery(overviewQuery)}>
      {overview => (
        <>
          <header className="hero">
            <h1>Who sends what to whom</h1>
            <SearchBox placeholder="Search services, channels, messages, fields, teams…" />
          </header>
          {overview.counts.documents === 0 ? <NoDocuments /> : <Glance overview={overview} />}
        </>
      )}
    </Loaded>
  );
}

const TILES = [
  ['services', 'service', '/services', 'service'],
  ['channels', 'channel', '/channels', 'channel'],
  ['messages', 'message', '/messages', 'message'],
  ['teams', 'team', '/teams', 'team'],
  ['documents', 'document', '/documents', 'document'],
] as const;

function Glance({ overview }: { overview: Overview }) {
  const view = useQuery(mapQuery).data;
  const busiest = view ? busiestChannels(view, MOST_BUSY) : [];
  return (
    <>
      <nav aria-label="The organisation in numbers" className="tiles">
        {TILES.map(([name, icon, to, one]) => (
          <Link key={name} to={to} className="tile">
            <span className="tile-number number">{number(overview.counts[name])}</span>
            <span className="tile-name">
              <Icon name={icon} size={14} />
              {overview.counts[name] === 1 ? one : name}
            </span>
          </Link>
        ))}
      </nav>
      <div className="home-grid">
        <Panel title="Map" end={<MoreLink to="/map">Open the map</MoreLink>}>
          <Link to="/map" tabIndex={-1} aria-hidden="true" className="home-map">
            {view ? <MapPreview view={view} /> : null}
          </Link>
        </Panel>
        <Panel title="Busiest channels" end={<MoreLink to="/channels">All channels</MoreLink>}>
          {view && busiest.length === 0 ? <p className="faint">No two services meet on a channel yet.</p> : null}
          <ul className="rows">
            {busiest.map(channel => (
              <li key={channel.id} className="home-row">
                <span className="home-name">
                  <ThingLink kind="channel" id={channel.id}>
                    {channel.name}
                  </ThingLink>{' '}
                  <span className="home-protocol mono">{channel.protocols.join(' ')}</span>
                </span>
                <span className="home-traffic number">
                  <span className="home-send">
                    {channel.senders}
                    <span className="unseen"> {channel.senders === 1 ? 'sender' : 'senders'}</span>
                  </span>
                  <Icon name="arrow" size={12} />
                  <span className="home-receive">
                    {channel.receivers}
                    <span className="unseen"> {channel.receivers === 1 ? 'receiver' : 'receivers'}</span>
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title="Findings" end={<MoreLink to="/findings">All findings</MoreLink>}>
          <FindingSummary counts={overview.findings} />
        </Panel>
        <Panel title="What changed this week" end={<MoreLink to="/changes">All changes</MoreLink>}>
          <WeekOfChanges />
        </Panel>
        <Panel title="Browse">
          <Browse overview={overview} />
        </Panel>
      </div>
    </>
  );
}

function Panel({ title, end, children }: { title: string; end?: ReactNode; children: ReactNode }) {
  return (
    <section className="home-panel card" aria-label={title}>
      <div className="section-head">
        <h2>{title}</h2>
        {end}
      </div>
      {children}
    </section>
  );
}

function MoreLink({ to, children }: { to: '/map' | '/channels' | '/findings' | '/changes'; children: ReactNode }) {
  return (
    <Link to={to} className="home-more">
      {children}
    </Link>
  );
}
