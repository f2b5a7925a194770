import type { ImpactView as Impact } from '@portolan/server/port';
import { useQuery } from '@tanstack/react-query';
import { mapQuery } from '../api/queries.ts';
import { count, listed } from '../words/count.ts';
import { Badge } from './badge.tsx';
import { Icon, type IconName } from './icon.tsx';
import { Names } from './names.tsx';
import { Inline } from './prose.tsx';
import { Section } from './section.tsx';
import { Owner, ThingLink } from './thing-link.tsx';
import './impact-view.css';

type Affected = Impact['affected'][number];

const GROUPS: readonly { verdict: Affected['verdict']; head: string; says: string; icon: IconName }[] = [
  { verdict: 'breaks', head: 'Breaks', says: 'Agree with these before the change.', icon: 'error' },
  { verdict: 'unknown', head: 'Nobody knows', says: 'Their documents do not say enough. Ask.', icon: 'question' },
  { verdict: 'does-not-break', head: 'Does not break', says: 'They do not need what changes.', icon: 'check' },
];

/** What a change does: the answer in a sentence, whom to ask, and every receiver with the reason. */
export function ImpactView({ impact }: { impact: Impact }) {
  const { says, affected, services, owners, senders } = impact;
  const counts = { breaks: services.breaks, unknown: services.unknown, 'does-not-break': services.doesNotBreak };
  return (
    <>
      <div className="impact-head">
        <p className="impact-says">
          <Inline text={says} />
        </p>
        <dl className="impact-counts">
          {GROUPS.map(({ verdict, head, icon }) => (
            <div key={verdict} className={`impact-count impact-${verdict}`} data-none={counts[verdict] === 0}>
              <dt>
                <Icon name={icon} size={14} /> {head}
              </dt>
              <dd className="number">{counts[verdict]}</dd>
            </div>
          ))}
        </dl>
        {owners.breaks.length + owners.unknown.length > 0 ? (
          <p className="soft">
            {owners.breaks.length > 0 ? `Agree with ${listed(owners.breaks)} first. ` : ''}
            {owners.unknown.length > 0 ? `Ask ${listed(owners.unknown)}.` : ''}
          </p>
        ) : null}
        {senders.length > 0 ? (
          <p className="soft">
            {senders.length === 1 ? 'Its sender' : `Its ${count(senders.length, 'sender')}`} would have to change:{' '}
            <Names of={senders} keyOf={sender => sender.service}>
              {sender => (
                <>
                  <ThingLink kind="service" id={sender.service} className="link">
                    {sender.serviceName}
                  </ThingLink>
                  {sender.confidence === 'uncertain' ? ' (uncertain)' : ''}
                </>
              )}
            </Names>
            .
          </p>
        ) : null}
      </div>
      {GROUPS.map(({ verdict, head, says: meaning }) => {
        const rows = affected.filter(row => row.verdict === verdict);
        if (rows.length === 0) return null;
        return (
          <Section key={verdict} title={head} total={rows.length}>
            <p className="soft impact-meaning">{meaning}</p>
            <ul className="impact-rows">
              {rows.map(row => (
                <li
                  key={`${row.service} ${row.message ?? ''} ${row.channel}`}
                  className={`impact-row impact-${verdict}`}
                  data-uncertain={row.confidence === 'uncertain'}
                >
                  <Row row={row} />
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
    </>
  );
}

function Row({ row }: { row: Affected }) {
  const nodes = useQuery(mapQuery).data?.nodes;
  // Whom only the infrastructure knows has no page.
  const hasPage = nodes?.some(({ kind, id }) => kind === 'service' && id === row.service);
  return (
    <>
      <p className="impact-name">
        {hasPage ? (
          <ThingLink kind="service" id={row.service} className="quiet-link strong">
            {row.serviceName}
          </ThingLink>
        ) : (
          <span className="strong">{row.serviceName}</span>
        )}
        <span className="faint">
          <Owner id={row.owner} name={row.ownerName} />
        </span>
        {row.confidence === 'uncertain' ? <Badge tone="warning">uncertain</Badge> : null}
      </p>
      <p className="break">
        <Inline text={sentence(row.why)} />
      </p>
      <p className="faint impact-where">
        {row.messageName ? (
          <>
            <ThingLink kind="message" id={row.message ?? ''}>
              {row.messageName}
            </ThingLink>{' '}
            on{' '}
          </>
        ) : (
          'On '
        )}
        <ThingLink kind="channel" id={row.channel} className="quiet-link mono">
          {row.channelName}
        </ThingLink>
      </p>
    </>
  );
}

/** `demands total` as `Demands total.` */
function sentence(why: string): string {
  return `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;
}
