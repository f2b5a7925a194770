import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Refusal } from '../api/client.ts';
import { impactQuery } from '../api/queries.ts';
import { ChangeForm } from '../parts/change-form.tsx';
import { ImpactView } from '../parts/impact-view.tsx';
import { Outline } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ProblemView } from '../parts/problem-view.tsx';
import { Empty } from '../parts/section.tsx';
import { isAsked, type Question } from '../words/question.ts';
import { ChooseMessage } from './impact-choose.tsx';

/** Who breaks when something is changed. The address holds the whole question, so an answer can be sent to somebody. */
export function ImpactPage() {
  const question: Question = useSearch({ from: '/impact' });
  const navigate = useNavigate();
  const ask = (next: Question) => void navigate({ to: '/impact', search: next, replace: true });
  return (
    <>
      <PageHead title="What would break" icon="impact" kind="Impact">
        <p className="soft">
          Choose a message and what is done to it. Every receiver’s own document says what it reads.
        </p>
      </PageHead>
      {question.of === undefined ? (
        <ChooseMessage />
      ) : (
        <>
          <ChangeForm key={question.of} of={question.of} question={question} onAsk={ask} />
          <Answer question={question} />
        </>
      )}
    </>
  );
}

function Answer({ question }: { question: Question }) {
  const asked = isAsked(question);
  const { data, error, refetch, isPlaceholderData } = useQuery({ ...impactQuery({ ...question }), enabled: asked });
  if (!asked) return <Empty>Say what it becomes, and the answer appears here.</Empty>;
  // A question that makes no sense is told in words beside the form; it is no failure of the portal.
  if (error instanceof Refusal && error.problem.status === 400) return <Empty>{error.problem.detail}</Empty>;
  if (error) return <ProblemView error={error} retry={() => void refetch()} />;
  if (!data) return <Outline />;
  return (
    <div aria-live="polite" aria-busy={isPlaceholderData}>
      <ImpactView impact={data} />
    </div>
  );
}
