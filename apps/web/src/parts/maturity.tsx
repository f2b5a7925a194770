import type { LadderRung, Maturity, MaturityMark } from '@portolan/server/port';
import { count } from '../words/count.ts';
import { Icon } from './icon.tsx';
import { Names } from './names.tsx';
import { Inline } from './prose.tsx';
import { bandOf } from './score-badge.tsx';
import { ThingLink } from './thing-link.tsx';
import './maturity.css';

/** The rungs of the ladder from the bottom, with what comes next from each. */
export const RUNGS: Readonly<
  Record<LadderRung, { readonly name: string; readonly says: string; readonly next?: string }>
> = {
  documented: {
    name: 'Documents',
    says: 'Channels without a protocol: nobody can connect yet.',
    next: 'Name a server in the document. A webhook is the smallest way to publish.',
  },
  webhooks: {
    name: 'Webhooks',
    says: 'Each receiver is called at an address of its own.',
    next: 'Offer a stream (SSE, WebSub, pub/sub), so that receivers come and go without asking.',
  },
  streams: {
    name: 'Streams',
    says: 'SSE, WebSub, pub/sub: receivers subscribe by themselves.',
    next: 'Where order, replay or load matter, publish over Kafka or AMQP.',
  },
  brokers: {
    name: 'Brokers',
    says: 'Kafka, AMQP, MQTT: a broker keeps and delivers what is sent.',
  },
};

export const MARK_NAMES: Readonly<Record<MaturityMark['mark'], string>> = {
  documented: 'Documented',
  owned: 'Owned',
  versioned: 'Versioned',
  tested: 'Tested',
};

/** How far a team has come, and what it can do next. */
export function MaturityView({ maturity }: { maturity: Maturity }) {
  const { rung, rungs, marks } = maturity;
  const { next } = RUNGS[rung];
  const channels = sentOn(maturity);
  return (
    <div className="maturity">
      {channels === 0 ? (
        <p className="soft">No channel is this team’s own: it sends nothing yet.</p>
      ) : (
        <Ladder rung={rung} rungs={rungs} />
      )}
      {next && channels > 0 ? (
        <p className="soft maturity-next">
          <strong>Next:</strong> {next}
        </p>
      ) : null}
      <ul className="marks">
        {marks.map(mark => (
          <li key={mark.mark} className="mark card">
            <p className="mark-head">
              <Icon name={mark.next === undefined && mark.of > 0 ? 'check' : 'arrow'} size={14} />
              <strong>{MARK_NAMES[mark.mark]}</strong>
              <Share mark={mark} />
            </p>
            <p className="soft">{mark.says}</p>
            {mark.next ? (
              <p>
                <Inline text={mark.next} />
              </p>
            ) : null}
            {mark.missing.length > 0 ? (
              <p className="faint">
                Missing in{' '}
                <Names of={mark.missing} keyOf={({ kind, id }) => `${kind} ${id}`}>
                  {({ kind, id, name }) => (
                    <ThingLink kind={kind} id={id}>
                      {name}
                    </ThingLink>
                  )}
                </Names>
                {mark.of - mark.done > mark.missing.length
                  ? ` and ${mark.of - mark.done - mark.missing.length} more`
                  : ''}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How many channels are the team's own. */
export function sentOn({ rungs }: Pick<Maturity, 'rungs'>): number {
  return rungs.reduce((sum, { channels }) => sum + channels, 0);
}

function Ladder({ rung, rungs }: Pick<Maturity, 'rung' | 'rungs'>) {
  return (
    <ol className="ladder card" aria-label="Ways to publish">
      {rungs.toReversed().map(({ rung: name, channels }) => (
        <li key={name} className="ladder-rung" data-reached={channels > 0} data-here={name === rung}>
          <span className="strong">{RUNGS[name].name}</span>
          <span className="faint number">{channels === 0 ? 'none' : count(channels, 'channel')}</span>
          {name === rung ? <span className="ladder-says">{RUNGS[name].says}</span> : null}
        </li>
      ))}
    </ol>
  );
}

/** How much of a whole is done: a number and a bar of that length. */
export function Share({ mark: { done, of } }: { mark: Pick<MaturityMark, 'done' | 'of'> }) {
  return (
    <span className={`score number score-${bandOf(of === 0 ? 0 : (100 * done) / of)}`}>
      <meter className="score-bar" min={0} max={Math.max(1, of)} value={done} aria-hidden="true" />
      {done} of {of}
    </span>
  );
}
