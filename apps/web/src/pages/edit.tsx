import type { PatchView, PatchWish } from '@portolan/server/port';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { pathOf, send } from '../api/client.ts';
import { patchQuery, teamsQuery } from '../api/queries.ts';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Patch } from '../parts/patch.tsx';
import { ProblemView } from '../parts/problem-view.tsx';
import { isUnknown, UnknownThing } from '../parts/unknown-thing.tsx';
import '../parts/change-form.css';

/** Which part of a document is edited. */
type Part = Pick<PatchWish, 'channel' | 'message'>;

/** Proposes another owner or description: a patch for a pull request, never a change of the source itself. */
export function EditPage() {
  const { id } = useParams({ from: '/documents/$id/edit' });
  const part: Part = useSearch({ from: '/documents/$id/edit' });
  const query = useQuery(patchQuery(id, part));
  if (isUnknown(query.error)) return <UnknownThing kind="document" id={id} />;
  return <Loaded query={query}>{now => <Content key={JSON.stringify(part)} id={id} part={part} now={now} />}</Loaded>;
}

function Content({ id, part, now }: { id: string; part: Part; now: PatchView }) {
  const whole = part.channel === undefined && part.message === undefined;
  const [owner, setOwner] = useState(now.owner ?? '');
  const [description, setDescription] = useState(now.description ?? '');
  const making = useMutation({
    mutationFn: () =>
      send<PatchView>('POST', pathOf('documents', id, '/patch'), {
        ...part,
        ...(whole && owner.trim() !== '' && { owner: owner.trim() }),
        ...(description !== (now.description ?? '') && { description }),
      } satisfies PatchWish),
  });
  return (
    <>
      <PageHead kind="Edit" icon="document" title={now.name}>
        <p className="soft">
          Say what it should say. You get a patch for a pull request; nothing is written until somebody merges it.
        </p>
      </PageHead>
      <form
        className="change-form card"
        onSubmit={event => {
          event.preventDefault();
          making.mutate();
        }}
      >
        {whole ? <OwnerRow value={owner} onText={setOwner} /> : null}
        <label className="change-row edit-text">
          <span className="change-label">Description</span>
          <textarea
            rows={8}
            value={description}
            aria-describedby="edit-marks"
            onChange={event => setDescription(event.target.value)}
          />
        </label>
        <p id="edit-marks" className="faint">
          CommonMark: **strong**, *emphasis*, `code`, lists, tables and links.
        </p>
        <p className="page-actions">
          <button type="submit" className="button" disabled={making.isPending}>
            Make the patch
          </button>
          <Link to="/documents/$id" params={{ id }} className="button">
            See the document
          </Link>
        </p>
      </form>
      <div aria-live="polite">
        {making.error ? <ProblemView error={making.error} retry={() => making.mutate()} /> : null}
        {making.data ? <Patch made={making.data} /> : null}
      </div>
    </>
  );
}

function OwnerRow({ value, onText }: { value: string; onText: (text: string) => void }) {
  const list = useId();
  const teams = useInfiniteQuery(teamsQuery()).data?.pages.flatMap(page => page.items) ?? [];
  return (
    <label className="change-row">
      <span className="change-label">Owner</span>
      <input type="text" value={value} list={list} onChange={event => onText(event.target.value)} />
      <datalist id={list}>
        {teams.map(team => (
          <option key={team.id} value={team.id}>
            {team.name}
          </option>
        ))}
      </datalist>
    </label>
  );
}
