import type { Severity } from '@portolan/base';
import type { Action } from '@portolan/contract';
import type { FindingCounts } from '@portolan/server/port';
import type { ReactNode } from 'react';
import { count, number } from '../words/count.ts';
import { Icon } from './icon.tsx';
import './badge.css';

type Tone = 'plain' | 'send' | 'receive' | 'sand' | Severity;

/** A short word in a box; its tone repeats what the word says and never says more. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}

/** Protocols as small words: `kafka` `amqp`. */
export function Protocols({ protocols }: { protocols: readonly string[] }) {
  if (protocols.length === 0) return <span className="faint">None named</span>;
  return (
    <span className="badges">
      {protocols.map(protocol => (
        <span key={protocol} className="badge badge-protocol mono">
          {protocol}
        </span>
      ))}
    </span>
  );
}

/** Whether a service sends or receives, as a word with an arrow. */
export function ActionBadge({ action }: { action: Action }) {
  return (
    <Badge tone={action}>
      <span aria-hidden="true">{action === 'send' ? '↗' : '↘'}</span> {action === 'send' ? 'Sends' : 'Receives'}
    </Badge>
  );
}

const SEVERITY_WORDS: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
};

/** A severity as people say it: `error`, `warning`, `note`. */
export function severityWord(severity: Severity): string {
  return SEVERITY_WORDS[severity][0];
}

/** How bad a finding is, with an icon of its own shape. */
export function SeverityBadge({ severity }: { severity: Severity }) {
  return (
    <Badge tone={severity}>
      <Icon name={severity} size={13} /> {severityWord(severity)}
    </Badge>
  );
}

/** How many findings there are of each severity; nothing to say is said too. */
export function Counts({ counts }: { counts: FindingCounts }) {
  const present = (['error', 'warning', 'info'] as const).filter(severity => counts[severity] > 0);
  if (present.length === 0) return <span className="faint">None</span>;
  return (
    <span className="badges">
      {present.map(severity => {
        const [one, many] = SEVERITY_WORDS[severity];
        return (
          <span key={severity} className={`count count-${severity} number`} title={count(counts[severity], one, many)}>
            <Icon name={severity} size={13} />
            {number(counts[severity])}
            <span className="unseen"> {counts[severity] === 1 ? one : many}</span>
          </span>
        );
      })}
    </span>
  );
}
