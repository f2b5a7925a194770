import type { ConsumerView, ReviewVerdict } from '@portolan/server/port';
import { Badge } from './badge.tsx';
import { Icon, type IconName } from './icon.tsx';
import './impact-view.css';
import './review.css';

/** What a consumer does when a change comes, the gravest first. */
export const CONSUMER_GROUPS: readonly {
  verdict: ConsumerView['verdict'];
  head: string;
  says: string;
  icon: IconName;
  look: string;
}[] = [
  {
    verdict: 'breaks',
    head: 'Breaks',
    says: 'Agree with these before the change goes out.',
    icon: 'error',
    look: 'breaks',
  },
  {
    verdict: 'unknown',
    head: 'Nobody knows',
    says: 'Nothing could be proved. Ask.',
    icon: 'question',
    look: 'unknown',
  },
  {
    verdict: 'reads',
    head: 'Still fits',
    says: 'What they say about the message fits what is sent now.',
    icon: 'check',
    look: 'does-not-break',
  },
];

const TONES = {
  breaking: ['error', 'breaking'],
  findings: ['error', 'findings'],
  version: ['warning', 'version'],
  'not-checked': ['warning', 'not checked'],
  settled: ['sand', 'settled'],
  well: ['plain', 'well'],
} as const;

/** A verdict as a word. */
export function VerdictBadge({ kind }: { kind: ReviewVerdict['kind'] | undefined }) {
  if (kind === undefined) return null;
  const [tone, word] = TONES[kind];
  return <Badge tone={tone}>{word}</Badge>;
}

/** The verdict first: one sentence, what it does to whom in numbers, and the version that is due. */
export function Verdict({ verdict }: { verdict: ReviewVerdict }) {
  const { kind, says, versions, consumers } = verdict;
  return (
    <div className="impact-head">
      <p className="impact-says review-verdict" data-kind={kind}>
        <VerdictBadge kind={kind} /> {says}
      </p>
      {versions.map(version => (
        <p key={version} className="soft">
          {version}
        </p>
      ))}
      {consumers.length > 0 ? (
        <dl className="impact-counts">
          {CONSUMER_GROUPS.map(({ verdict: group, head, icon, look }) => {
            const amount = consumers.filter(consumer => consumer.verdict === group).length;
            return (
              <div key={group} className={`impact-count impact-${look}`} data-none={amount === 0}>
                <dt>
                  <Icon name={icon} size={14} /> {head}
                </dt>
                <dd className="number">{amount}</dd>
              </div>
            );
          })}
        </dl>
      ) : null}
    </div>
  );
}
