import type { Overview } from '@portolan/server/port';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { count, number } from '../words/count.ts';

/** Sources, domains and protocols, each leading to what belongs to it. */
export function Browse({ overview: { sources, domains, protocols } }: { overview: Overview }) {
  return (
    <div className="browse">
      <Row name="Sources">
        {sources.map(source => (
          <li key={source.name}>
            <Link
              to="/services"
              search={{ source: source.name }}
              className="browse-chip"
              title={`${source.location}: ${count(source.documents, 'document')}`}
            >
              {source.name} <span className="faint number">{number(source.services)}</span>
            </Link>
            {source.problem ? <p className="browse-problem">{source.problem}</p> : null}
          </li>
        ))}
      </Row>
      {domains.length > 0 ? (
        <Row name="Domains">
          {domains.map(domain => (
            <li key={domain.id}>
              <Link to="/services" search={{ domain: domain.id }} className="browse-chip">
                {domain.name} <span className="faint number">{number(domain.services)}</span>
              </Link>
            </li>
          ))}
        </Row>
      ) : null}
      {protocols.length > 0 ? (
        <Row name="Protocols">
          {protocols.map(({ protocol, channels }) => (
            <li key={protocol}>
              <Link to="/channels" search={{ protocol }} className="browse-chip">
                <span className="mono">{protocol}</span> <span className="faint number">{number(channels)}</span>
              </Link>
            </li>
          ))}
        </Row>
      ) : null}
    </div>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="browse-row">
      <h3>{name}</h3>
      <ul>{children}</ul>
    </div>
  );
}
