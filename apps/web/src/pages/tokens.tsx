import type { MadeToken, Role, SessionInfo, TokenView } from '@portolan/server/port';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createToken, revokeToken, sessionQuery, tokensQuery } from '../api/access.ts';
import { Badge } from '../parts/badge.tsx';
import { CodeBlock } from '../parts/code-block.tsx';
import { Choice, Field, Form, FormProblem } from '../parts/form.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { NO_RIGHTS, RightsFields, sentRights } from '../parts/rights.tsx';
import { Empty, Section } from '../parts/section.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { When } from '../parts/when.tsx';
import { highestRole, ownedWords, ROLE_WORDS } from '../words/roles.ts';
import { exactly } from '../words/when.ts';
import { NoAccounts } from './account.tsx';

const COLUMNS: readonly Column<TokenView>[] = [
  {
    head: 'Token',
    cell: token => (
      <div>
        <span className="strong">{token.name}</span> <span className="mono faint">{token.hint}…</span>
        {token.user ? <div className="faint">of {token.user}</div> : null}
      </div>
    ),
  },
  { head: 'Role', cell: token => highestRole(token.roles) },
  { head: 'Owns', wide: true, cell: token => ownedWords(token.owns) },
  { head: 'Last used', cell: token => (token.used ? <When at={token.used} /> : <span className="faint">Never</span>) },
  { head: 'Ends', cell: token => <Ends token={token} /> },
  { head: 'Revoke', cell: token => (token.state === 'active' ? <Revoke token={token} /> : null) },
];

/** Tokens of programs: one's own, and all for administrators. */
export function TokensPage() {
  return <Loaded query={useQuery(sessionQuery)}>{info => <Tokens info={info} />}</Loaded>;
}

function Tokens({ info }: { info: SessionInfo }) {
  const tokens = useQuery({ ...tokensQuery, enabled: info.access !== 'open' });
  if (info.access === 'open') return <NoAccounts />;
  return (
    <Loaded query={tokens}>
      {({ items }) => (
        <>
          <PageHead title="Tokens" icon="key">
            <p className="soft">
              Programs send a token in the header <code>Authorization: Bearer ptl_…</code> instead of signing in.
            </p>
          </PageHead>
          {items.length === 0 ? (
            <Empty>There is no token yet.</Empty>
          ) : (
            <Table caption="Tokens" columns={COLUMNS} rows={items} keyOf={({ id }) => id} stacks />
          )}
          <New roles={info.who?.roles ?? []} />
        </>
      )}
    </Loaded>
  );
}

function Ends({ token: { state, expires } }: { token: TokenView }) {
  if (state !== 'active') return <Badge tone="sand">{state === 'revoked' ? 'Revoked' : 'Expired'}</Badge>;
  return <time dateTime={expires}>{exactly(expires)}</time>;
}

function Revoke({ token: { id, name } }: { token: TokenView }) {
  const client = useQueryClient();
  const revoking = useMutation({
    mutationFn: revokeToken,
    onSuccess: () => client.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  });
  return (
    <>
      <button type="button" className="button" disabled={revoking.isPending} onClick={() => revoking.mutate(id)}>
        Revoke<span className="unseen"> {name}</span>
      </button>
      {revoking.error ? <FormProblem error={revoking.error} /> : null}
    </>
  );
}

function New({ roles }: { roles: readonly Role[] }) {
  const isAdministrator = roles.includes('administrator');
  const most = ROLE_WORDS.findLastIndex(({ role }) => roles.includes(role));
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [rights, setRights] = useState(NO_RIGHTS);
  const [shared, setShared] = useState(false);
  const [made, setMade] = useState<MadeToken>();
  const client = useQueryClient();
  const making = useMutation({
    mutationFn: createToken,
    onSuccess: answer => {
      setMade(answer);
      setName('');
      void client.invalidateQueries({ queryKey: tokensQuery.queryKey });
    },
  });
  return (
    <Section title="New token">
      {made ? (
        <div className="form-note" role="status">
          <p>This is the token “{made.token.name}”. Copy it now: it is never shown again.</p>
          <CodeBlock value={made.secret} label="token" />
        </div>
      ) : null}
      <Form
        label="New token"
        button="Make the token"
        isSending={making.isPending}
        error={making.error}
        onSend={() => making.mutate({ name, days: Number(days), shared, ...sentRights(rights) })}
      >
        <Field
          label="Name"
          says="What it is for, such as the name of a pipeline."
          required
          value={name}
          onChange={setName}
        />
        <Field
          label="Days until it ends"
          says="From 1 to 366."
          type="number"
          required
          value={days}
          onChange={setDays}
        />
        <RightsFields
          rights={rights}
          onChange={setRights}
          choices={ROLE_WORDS.slice(0, most + 1).map(({ role }) => role)}
        />
        {isAdministrator ? (
          <Choice
            label="Belongs to nobody"
            says="For pipelines: it goes on when your account ends."
            checked={shared}
            onChange={setShared}
          />
        ) : null}
      </Form>
    </Section>
  );
}
