import type { SessionInfo, SessionView } from '@portolan/server/port';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { changePassword, sessionQuery, sessionsQuery, signOut, signOutEverywhere } from '../api/access.ts';
import { Form, FormProblem, PasswordField } from '../parts/form.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Fact, Facts, PageHead } from '../parts/page-head.tsx';
import { Section } from '../parts/section.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { When } from '../parts/when.tsx';
import { browserName } from '../words/browser-name.ts';
import { highestRole, ownedWords } from '../words/roles.ts';

const SESSIONS: readonly Column<SessionView>[] = [
  {
    head: 'Browser',
    cell: ({ agent, current }) => (
      <>
        {browserName(agent)}
        {current ? <span className="faint"> (this one)</span> : null}
      </>
    ),
  },
  { head: 'From', cell: ({ from }) => <span className="mono">{from}</span> },
  { head: 'Signed in', cell: ({ created }) => <When at={created} /> },
  { head: 'Last used', cell: ({ seen }) => <When at={seen} /> },
];

/** One's own account: who one is here, the password, where one has signed in. */
export function AccountPage() {
  return <Loaded query={useQuery(sessionQuery)}>{info => <Account info={info} />}</Loaded>;
}

function Account({ info: { who, access } }: { info: SessionInfo }) {
  if (access === 'open') return <NoAccounts />;
  if (who?.kind !== 'user') {
    return (
      <>
        <PageHead title="Account" />
        <p>
          You have not signed in.{' '}
          <Link to="/sign-in" search={{ next: '/account' }} className="link">
            Sign in
          </Link>{' '}
          to see your account.
        </p>
      </>
    );
  }
  const owned = ownedWords(who.owns);
  return (
    <>
      <PageHead kind="Account" icon="person" title={who.name}>
        <Facts>
          <Fact name="Role">{highestRole(who.roles)}</Fact>
          {owned ? <Fact name="Owns">{owned}</Fact> : null}
        </Facts>
        <SignOut />
      </PageHead>
      <Sessions />
      <Password />
    </>
  );
}

/** Said on pages about accounts where there are none. */
export function NoAccounts() {
  return (
    <>
      <PageHead title="No accounts" />
      <p>
        This Portolan is open: whoever reaches it may do everything. Start it with <code>--access closed</code> or{' '}
        <code>--access read</code> to have people sign in.
      </p>
    </>
  );
}

function SignOut() {
  const leave = () => window.location.assign('/sign-in');
  const leaving = useMutation({ mutationFn: signOut, onSuccess: leave });
  return (
    <div className="page-actions">
      <button type="button" className="button" onClick={() => leaving.mutate()}>
        Sign out
      </button>
      <Link to="/tokens" className="button">
        Tokens
      </Link>
      {leaving.error ? <FormProblem error={leaving.error} /> : null}
    </div>
  );
}

function Sessions() {
  const sessions = useQuery(sessionsQuery);
  const ending = useMutation({
    mutationFn: signOutEverywhere,
    onSuccess: () => window.location.assign('/sign-in'),
  });
  return (
    <Section
      title="Where you are signed in"
      end={
        <button type="button" className="button" disabled={ending.isPending} onClick={() => ending.mutate()}>
          Sign out everywhere
        </button>
      }
    >
      {ending.error ? <FormProblem error={ending.error} /> : null}
      <Loaded query={sessions}>
        {({ items }) => <Table caption="Sessions" columns={SESSIONS} rows={items} keyOf={({ id }) => id} stacks />}
      </Loaded>
    </Section>
  );
}

function Password() {
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const changing = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      setOld('');
      setNext('');
    },
  });
  return (
    <Section title="Password">
      <Form
        label="Change the password"
        button="Change the password"
        isSending={changing.isPending}
        error={changing.error}
        onSend={() => changing.mutate({ old, new: next })}
      >
        <PasswordField label="Old password" autoComplete="current-password" value={old} onChange={setOld} />
        <PasswordField
          label="New password"
          says="At least 12 characters. Everywhere else you are signed out."
          autoComplete="new-password"
          value={next}
          onChange={setNext}
        />
        {changing.isSuccess ? (
          <p className="form-note" role="status">
            The password is changed.
          </p>
        ) : null}
      </Form>
    </Section>
  );
}
