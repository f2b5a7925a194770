import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { sessionQuery, setUp } from '../api/access.ts';
import { Entrance } from '../parts/entrance.tsx';
import { Field, Form, PasswordField } from '../parts/form.tsx';

/** Where the first administrator is made, with the secret that stands behind the # of the link. */
export function SetupPage() {
  const { data } = useQuery(sessionQuery);
  const [secret] = useState(() => window.location.hash.slice(1));
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const sending = useMutation({ mutationFn: setUp, onSuccess: () => window.location.assign('/') });

  // It need not stay in the history of the browser.
  useEffect(() => {
    if (window.location.hash !== '') window.history.replaceState(window.history.state, '', window.location.pathname);
  }, []);

  if (data?.access === 'open') {
    return (
      <Entrance title="There are no accounts">
        <p>
          Whoever reaches this Portolan may do everything.{' '}
          <Link to="/" className="link">
            Go to the first page.
          </Link>
        </p>
      </Entrance>
    );
  }
  if (data && !data.isNew && !sending.isSuccess) {
    return (
      <Entrance title="It is set up already">
        <p>
          There is an administrator, so this link does nothing any more.{' '}
          <Link to="/sign-in" className="link">
            Sign in.
          </Link>
        </p>
      </Entrance>
    );
  }
  return (
    <Entrance title="Make the first administrator">
      <p className="soft">This account can make all the others. Nobody can sign in before it is there.</p>
      {secret === '' ? (
        <p className="form-note">
          The address lacks its last part. Open the whole link that <code>portolan up</code> printed.
        </p>
      ) : null}
      <Form
        label="Make the first administrator"
        button="Make it and sign in"
        isSending={sending.isPending || sending.isSuccess}
        error={sending.error}
        onSend={() => sending.mutate({ secret, name, password })}
      >
        <Field label="Name" says="For signing in." autoComplete="username" required value={name} onChange={setName} />
        <PasswordField
          label="Password"
          says="At least 12 characters. Some words that belong together only for you are good."
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
        />
      </Form>
    </Entrance>
  );
}
