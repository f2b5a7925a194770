import type { UserView } from '@portolan/server/port';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { changeUser, createUser, usersQuery } from '../api/access.ts';
import { Choice, Field, Form, PasswordField } from '../parts/form.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { NO_RIGHTS, RightsFields, rightsOf, sentRights } from '../parts/rights.tsx';

/** One account, to be made or changed; for administrators. */
export function UserPage() {
  const { id } = useParams({ from: '/users/$id' });
  const users = useQuery(usersQuery);
  return (
    <Loaded query={users}>
      {({ items }) => {
        if (id === 'new') return <NewUser />;
        const user = items.find(known => known.id === id);
        return user ? <Change key={user.id} user={user} /> : <Unknown />;
      }}
    </Loaded>
  );
}

function Unknown() {
  return (
    <>
      <PageHead kind="User" title="There is no such user" />
      <p>
        <Link to="/users" className="link">
          See all users.
        </Link>
      </p>
    </>
  );
}

function NewUser() {
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const [password, setPassword] = useState('');
  const [rights, setRights] = useState(NO_RIGHTS);
  const client = useQueryClient();
  const navigate = useNavigate();
  const making = useMutation({
    mutationFn: createUser,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: usersQuery.queryKey });
      await navigate({ to: '/users' });
    },
  });
  return (
    <>
      <PageHead kind="User" icon="person" title="New user" />
      <Form
        label="New user"
        button="Make the user"
        isSending={making.isPending}
        error={making.error}
        onSend={() => making.mutate({ name, password, ...(title !== '' && { title }), ...sentRights(rights) })}
      >
        <Field label="Name" says="For signing in." required value={name} onChange={setName} />
        <Field label="Called" says="What others see. The name, when it is empty." value={title} onChange={setTitle} />
        <PasswordField
          label="First password"
          says="At least 12 characters. Tell it them on a safe way; they can change it."
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
        />
        <RightsFields rights={rights} onChange={setRights} />
      </Form>
    </>
  );
}

function Change({ user }: { user: UserView }) {
  const [title, setTitle] = useState(user.title);
  const [rights, setRights] = useState(() => rightsOf(user));
  const [disabled, setDisabled] = useState(user.disabled !== undefined);
  const [password, setPassword] = useState('');
  const client = useQueryClient();
  const changing = useMutation({
    mutationFn: (change: Parameters<typeof changeUser>[1]) => changeUser(user.id, change),
    onSuccess: () => {
      setPassword('');
      void client.invalidateQueries({ queryKey: usersQuery.queryKey });
    },
  });
  const isFromElsewhere = user.signsInWith !== 'password';
  return (
    <>
      <PageHead kind="User" icon="person" title={user.name}>
        {isFromElsewhere ? (
          <p className="soft">
            Signs in at {user.signsInWith}. Where roles come from groups there, they are set anew at each sign-in.
          </p>
        ) : null}
      </PageHead>
      <Form
        label={`Change ${user.name}`}
        button="Save"
        isSending={changing.isPending}
        error={changing.error}
        onSend={() => changing.mutate({ title, disabled, ...sentRights(rights), ...(password !== '' && { password }) })}
        end={
          changing.isSuccess ? (
            <span role="status" className="soft">
              Saved
            </span>
          ) : null
        }
      >
        <Field label="Called" value={title} onChange={setTitle} />
        <RightsFields rights={rights} onChange={setRights} />
        {isFromElsewhere ? null : (
          <PasswordField
            label="New password"
            says="Leave it empty to keep the old one. A new one signs them out everywhere."
            autoComplete="new-password"
            required={false}
            value={password}
            onChange={setPassword}
          />
        )}
        <Choice
          label="Disabled"
          says="They are signed out at once, and their tokens stop."
          checked={disabled}
          onChange={setDisabled}
        />
      </Form>
    </>
  );
}
