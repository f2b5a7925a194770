import type { PathView } from '@portolan/server/port';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { mapQuery, pathQuery } from '../api/queries.ts';
import { Badge } from '../parts/badge.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Names } from '../parts/names.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Empty } from '../parts/section.tsx';
import { Owner, ThingLink } from '../parts/thing-link.tsx';
import { isUnknown } from '../parts/unknown-thing.tsx';
import '../parts/change-form.css';
import './path.css';

/** How messages get from one service to another. The address holds both. */
export function PathPage() {
  const { from, to } = useSearch({ from: '/path' });
  const navigate = useNavigate();
  const choose = (next: { from?: string; to?: string }) => void navigate({ to: '/path', search: next, replace: true });
  const both = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  return (
    <>
      <PageHead title="From one service to another" icon="path" kind="Path">
        <p className="soft">The shortest way that messages take, over services that receive and send.</p>
      </PageHead>
      <div className="change-form card">
        <ServiceChoice label="From" value={from} onChoose={id => choose({ ...both, from: id })} />
        <ServiceChoice label="To" value={to} onChoose={id => choose({ ...both, to: id })} />
        <p className="change-row">
          <span className="change-label" />
          <button
            type="button"
            className="button"
            disabled={from === undefined || to === undefined}
            onClick={() => choose({ ...(to !== undefined && { from: to }), ...(from !== undefined && { to: from }) })}
          >
            The other way round
          </button>
        </p>
      </div>
      {from === undefined || to === undefined ? (
        <Empty>Choose two services.</Empty>
      ) : (
        <Answer key={`${from} ${to}`} from={from} to={to} />
      )}
    </>
  );
}

interface ChoiceProps {
  label: string;
  value: string | undefined;
  onChoose: (id: string) => void;
}

function ServiceChoice({ label, value = '', onChoose }: ChoiceProps) {
  const nodes = useQuery(mapQuery).data?.nodes ?? [];
  const services = nodes.filter(({ kind }) => kind === 'service').sort((a, b) => (a.name < b.name ? -1 : 1));
  return (
    <label className="change-row">
      <span className="change-label">{label}</span>
      <select value={value} onChange={event => onChoose(event.target.value)}>
        <option value="" disabled>
          Choose a service
        </option>
        {value !== '' && !services.some(({ id }) => id === value) ? <option>{value}</option> : null}
        {services.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Answer({ from, to }: { from: string; to: string }) {
  const query = useQuery(pathQuery(from, to));
  if (isUnknown(query.error)) return <Empty>{query.error?.message}</Empty>;
  return <Loaded query={query}>{path => <Way path={path} />}</Loaded>;
}

function Way({ path }: { path: PathView }) {
  return (
    <section aria-label="The way" className="way">
      <p className="way-says">{path.says}</p>
      {path.steps.length > 0 ? (
        <ol className="way-steps">
          <li>
            <Stop id={path.from.service} name={path.from.serviceName} owner={path.from} />
          </li>
          {path.steps.map(step => (
            <li key={step.to}>
              <Leg step={step} />
              <Stop id={step.to} name={step.toName} {...(step.to === path.to.service && { owner: path.to })} />
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  );
}

interface StopProps {
  id: string;
  name: string;
  owner?: { readonly owner?: string; readonly ownerName?: string };
}

function Stop({ id, name, owner }: StopProps) {
  return (
    <p className="way-stop card">
      <ThingLink kind="service" id={id} className="quiet-link strong" icon>
        {name}
      </ThingLink>
      {owner ? (
        <span className="faint">
          <Owner id={owner.owner} name={owner.ownerName} />
        </span>
      ) : null}
    </p>
  );
}

function Leg({ step }: { step: PathView['steps'][number] }) {
  const channels = [...new Set([...step.messages.map(({ channel }) => channel), ...step.channels])];
  return (
    <div className="way-leg" data-along={step.along} data-uncertain={step.confidence === 'uncertain'}>
      <p>
        <span className="faint">{step.along ? 'sends' : 'receives'}</span>{' '}
        {step.messages.length > 0 ? (
          <Names of={step.messages} keyOf={({ id, channel }) => `${id} ${channel}`}>
            {({ id, name }) => (
              <ThingLink kind="message" id={id} className="link">
                {name}
              </ThingLink>
            )}
          </Names>
        ) : (
          'messages that no document names'
        )}
      </p>
      <p className="faint way-channels">
        on{' '}
        <Names of={channels} keyOf={channel => channel}>
          {channel => (
            <ThingLink kind="channel" id={channel} className="quiet-link mono break">
              {channel}
            </ThingLink>
          )}
        </Names>{' '}
        {step.confidence === 'uncertain' ? <Badge tone="warning">uncertain</Badge> : null}
      </p>
    </div>
  );
}
