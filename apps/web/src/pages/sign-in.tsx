import { useMutation, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { faultQuery, sessionQuery, signIn } from '../api/access.ts';
import { queryOf } from '../api/client.ts';
import { Entrance } from '../parts/entrance.tsx';
import { Field, Form, PasswordField } from '../parts/form.tsx';
import { Inline } from '../parts/prose.tsx';
import { nextPage } from '../words/next-page.ts';

/** Where people say who they are. */
export function SignInPage() {
  const { next, problem } = useSearch({ from: '/sign-in' });
  const { data } = useQuery(sessionQuery);
  return (
    <Entrance title="Sign in">
      {problem ? <Problem code={problem} label={data?.provider?.label} /> : null}
      {data?.ended && !problem ? <p className="form-note">Your session has ended. Sign in again to go on.</p> : null}
      {data?.isNew ? (
        <p className="form-note">
          Nobody can sign in yet. Open the link that <code>portolan up</code> printed when it started.
        </p>
      ) : null}
      {data?.provider ? (
        <>
          <a className="button" href={`/api/v1/sign-in${queryOf({ next })}`}>
            Continue with {data.provider.label}
          </a>
          <p className="entrance-or">or</p>
        </>
      ) : null}
      <WithPassword next={next} />
    </Entrance>
  );
}

function WithPassword({ next }: { next: string | undefined }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const sending = useMutation({
    mutationFn: signIn,
    // The page is loaded anew: nothing that was read before stays.
    onSuccess: () => window.location.assign(nextPage(next, window.location.origin)),
    onError: () => setPassword(''),
  });
  return (
    <Form
      label="Sign in"
      button="Sign in"
      isSending={sending.isPending || sending.isSuccess}
      error={sending.error}
      onSend={() => sending.mutate({ name, password })}
    >
      <Field label="Name" autoComplete="username" required value={name} onChange={setName} />
      <PasswordField label="Password" autoComplete="current-password" value={password} onChange={setPassword} />
    </Form>
  );
}

/** Why the identity provider brought nobody. */
function Problem({ code, label = 'the identity provider' }: { code: string; label: string | undefined }) {
  const { data } = useQuery(faultQuery(code));
  return (
    <div className="form-problem" role="alert">
      <p className="strong">Signing in with {label} did not work.</p>
      {data ? (
        <p>
          <Inline text={data.help} />
        </p>
      ) : null}
    </div>
  );
}
