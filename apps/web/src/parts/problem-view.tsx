import type { Problem } from '@portolan/server/port';
import { Refusal } from '../api/client.ts';
import { usePageTitle } from './page-head.tsx';
import { Inline } from './prose.tsx';
import './problem-view.css';

/** A problem as the server explained it: what happened, and what to do about it. */
export function ProblemView({ error, retry }: { error: Error; retry?: () => void }) {
  const problem = problemOf(error);
  usePageTitle(problem.title);
  return (
    <section className="problem card" role="alert">
      <p className="problem-code mono">{[problem.status || undefined, problem.code].filter(Boolean).join(' · ')}</p>
      <h1>{problem.title}</h1>
      {problem.detail && problem.detail !== problem.title ? (
        <p className="break">
          <Inline text={problem.detail} />
        </p>
      ) : null}
      {problem.help ? (
        <p className="soft break">
          <Inline text={problem.help} />
        </p>
      ) : null}
      {retry ? (
        <p>
          <button type="button" className="button" onClick={retry}>
            Try again
          </button>
        </p>
      ) : null}
    </section>
  );
}

/** The problem inside an error; one of the portal's own becomes a problem too. */
export function problemOf(error: Error): Problem {
  if (error instanceof Refusal) return error.problem;
  return {
    type: 'about:blank',
    title: 'This page could not be drawn',
    status: 0,
    detail: error.message,
    code: '',
    help: 'Loading the page again may help. If it does not, this is a defect of the portal: please report it.',
  };
}
