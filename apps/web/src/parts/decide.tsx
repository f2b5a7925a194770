import type { CheckedDocument, ConsumerView, DecisionView } from '@portolan/server/port';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { decide, REVIEWS, revoke } from '../api/reviews.ts';
import { count } from '../words/count.ts';
import { daysAgo } from '../words/when.ts';
import { Badge } from './badge.tsx';
import { Field, Form, FormProblem } from './form.tsx';
import { Empty, Section } from './section.tsx';
import { useOwnRights } from './use-rights.ts';
import { When } from './when.tsx';

type DecidedDocument = Pick<CheckedDocument, 'document' | 'changes'>;

/** Days that a waiver lasts where nothing else is said. */
const USUAL_DAYS = 30;

function useDecided() {
  const client = useQueryClient();
  return { onSuccess: () => client.invalidateQueries({ queryKey: REVIEWS }) };
}

/** For whoever owns a consumer: all changes that concern it and are open are signed off at once. */
export function SignOffForm({
  consumer,
  documents,
}: {
  consumer: ConsumerView;
  documents: readonly DecidedDocument[];
}) {
  const { owns } = useOwnRights();
  const [reason, setReason] = useState('');
  const decided = useDecided();
  const concerned = documents
    .map(({ document, changes }) => ({ document, changes: changes.filter(concerns(consumer)).map(({ id }) => id) }))
    .filter(({ changes }) => changes.length > 0);
  const signing = useMutation({
    mutationFn: () =>
      Promise.all(concerned.map(each => decide({ ...each, kind: 'sign-off', service: consumer.service, reason }))),
    ...decided,
  });
  if (!consumer.charted || concerned.length === 0 || !owns(consumer.service, consumer.ownerId)) return null;
  const total = concerned.reduce((sum, { changes }) => sum + changes.length, 0);
  return (
    <Folded title="Sign off" of={consumer.name}>
      <Form
        label={`Sign off for ${consumer.name}`}
        button="Sign off"
        isSending={signing.isPending}
        error={signing.error}
        onSend={() => signing.mutate()}
      >
        <Field
          label="Reason"
          says={`Why ${consumer.name} is ready for ${count(total, 'change')}.`}
          required
          value={reason}
          onChange={setReason}
        />
      </Form>
    </Folded>
  );
}

function concerns({ service }: ConsumerView) {
  return ({ consumers = [], settled }: DecidedDocument['changes'][number]) =>
    !settled && consumers.some(each => each.service === service && each.verdict !== 'reads');
}

/** For governors: one change passes until a day. */
export function WaiverForm({ document, change }: { document: string; change: string }) {
  const { governs } = useOwnRights();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(() => daysAgo(-USUAL_DAYS, Date.now()));
  const waiving = useMutation({
    mutationFn: () => decide({ kind: 'waiver', document, changes: [change], reason, until }),
    ...useDecided(),
  });
  if (!governs) return null;
  return (
    <Folded title="Waive" of={change}>
      <Form
        label={`Waive ${change}`}
        button="Waive"
        isSending={waiving.isPending}
        error={waiving.error}
        onSend={() => waiving.mutate()}
      >
        <Field label="Reason" says="Why it may be made all the same." required value={reason} onChange={setReason} />
        <Field label="Last day" says="Such as 2027-01-31." required value={until} onChange={setUntil} />
      </Form>
    </Folded>
  );
}

function Folded({ title, of, children }: { title: string; of: string; children: ReactNode }) {
  const [isOpen, open] = useState(false);
  return (
    <div className="review-decide">
      <button type="button" className="button" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
        {title}
        <span className="unseen"> {of}</span>
      </button>
      {isOpen ? children : null}
    </div>
  );
}

/** What people decided here, and where else decisions stand. */
export function Decisions({ decisions }: { decisions: readonly DecisionView[] }) {
  return (
    <Section title="Decisions" total={decisions.length}>
      <p className="soft impact-meaning">
        What is decided here counts on these pages, and the audit log keeps it. A check in a pipeline goes by the
        repository: its own waivers and sign-offs stand in <code>portolan.yaml</code>, and this page counts those too.
      </p>
      {decisions.length === 0 ? <Empty>Nobody decided anything here.</Empty> : null}
      <ul className="impact-rows">
        {decisions.map(decision => (
          <li key={decision.id} className="impact-row">
            <Decision decision={decision} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Decision({ decision }: { decision: DecisionView }) {
  const { id, kind, change, service, team, reason, until, by, at, revoked } = decision;
  const { governs, owns } = useOwnRights();
  const revoking = useMutation({ mutationFn: () => revoke(id), ...useDecided() });
  const may = kind === 'waiver' ? governs : owns(service ?? '', team);
  const isOver = until !== undefined && until < daysAgo(0, Date.now());
  return (
    <div className="review-row">
      <p className="impact-name">
        <span className="strong">{kind === 'waiver' ? 'Waiver' : `Sign-off for ${service}`}</span>
        {revoked ? <Badge>taken back</Badge> : null}
        {isOver && !revoked ? <Badge tone="warning">expired</Badge> : null}
        <span className="faint">
          {by.name}, <When at={at} />
          {until ? `, until ${until}` : ''}
        </span>
      </p>
      <p className="break">{reason}</p>
      <p className="faint mono break">{change}</p>
      {revoking.error ? <FormProblem error={revoking.error} /> : null}
      {may && !revoked ? (
        <div className="review-decide">
          <button type="button" className="button" disabled={revoking.isPending} onClick={() => revoking.mutate()}>
            Take back
            <span className="unseen">
              {' '}
              the {kind === 'waiver' ? 'waiver' : 'sign-off'} of {change}
            </span>
          </button>
        </div>
      ) : null}
    </div>
  );
}
