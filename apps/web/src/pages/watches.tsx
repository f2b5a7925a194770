import type { WatchFilterView, WatchView, WatchWithSecretView } from '@portolan/server/port';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createWatch, removeWatch, resumeWatch, tryWatch, watchesQuery, watchQuery } from '../api/watches.ts';
import { Badge } from '../parts/badge.tsx';
import { CodeBlock } from '../parts/code-block.tsx';
import { FilterBar } from '../parts/filter-bar.tsx';
import { Choice, Field, Form, FormProblem } from '../parts/form.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Empty, Section } from '../parts/section.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { useFilters, useThingChoices } from '../parts/use-filters.ts';
import { When } from '../parts/when.tsx';

const COLUMNS: readonly Column<WatchView>[] = [
  {
    head: 'Watch',
    wide: true,
    cell: watch => (
      <div>
        <span className="strong">{watch.name}</span>
        <div className="mono faint">{watch.url}</div>
      </div>
    ),
  },
  { head: 'Of', cell: watch => filterInWords(watch.filter) },
  { head: 'State', cell: watch => <State watch={watch} /> },
  { head: 'Do', cell: watch => <Actions watch={watch} /> },
];

/** Addresses that are told of changes by webhook: one's own, and all for governors. */
export function WatchesPage() {
  return (
    <>
      <PageHead title="Watches" icon="feed">
        <p className="soft">
          Each change is sent to an address as a signed webhook: a CloudEvent in JSON, in order, and again until it is
          taken.
        </p>
      </PageHead>
      <Loaded query={useQuery(watchesQuery)}>
        {({ items }) => (
          <>
            {items.length === 0 ? (
              <Empty>No address is told of changes yet.</Empty>
            ) : (
              <Table caption="Watches" columns={COLUMNS} rows={items} keyOf={({ id }) => id} stacks />
            )}
            <New />
          </>
        )}
      </Loaded>
    </>
  );
}

/** `team payments · only what breaks somebody` */
function filterInWords({ verdict, ...things }: WatchFilterView): string {
  const named = Object.entries(things).map(([kind, id]) => `${kind} ${id}`);
  return [...(named.length > 0 ? named : ['everything']), ...(verdict ? ['only what breaks somebody'] : [])].join(
    ' · ',
  );
}

function State({ watch: { paused, failing, next } }: { watch: WatchView }) {
  if (!failing && !paused) return <Badge>Working</Badge>;
  return (
    <div>
      <Badge tone={paused ? 'error' : 'warning'}>{paused ? 'Paused' : 'Failing'}</Badge>
      {failing ? (
        <p className="faint">
          {failing.problem}, since <When at={failing.since} />
        </p>
      ) : null}
      {next ? (
        <p className="faint">
          tried again <When at={next} />
        </p>
      ) : null}
    </div>
  );
}

function Actions({ watch: { id, name, paused, failing } }: { watch: WatchView }) {
  const [isShown, show] = useState(false);
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: watchesQuery.queryKey });
  const trying = useMutation({ mutationFn: tryWatch });
  const resuming = useMutation({ mutationFn: resumeWatch, onSuccess: again });
  const removing = useMutation({ mutationFn: removeWatch, onSuccess: again });
  const secret = useQuery({ ...watchQuery(id), enabled: isShown }).data?.secret;
  const error = trying.error ?? resuming.error ?? removing.error;
  const of = <span className="unseen"> {name}</span>;
  return (
    <div>
      <span className="form-ends">
        <button type="button" className="button" disabled={trying.isPending} onClick={() => trying.mutate(id)}>
          Try{of}
        </button>
        {paused || failing ? (
          <button type="button" className="button" disabled={resuming.isPending} onClick={() => resuming.mutate(id)}>
            Resume{of}
          </button>
        ) : null}
        <button type="button" className="button" aria-pressed={isShown} onClick={() => show(!isShown)}>
          Secret<span className="unseen"> of {name}</span>
        </button>
        <button type="button" className="button" disabled={removing.isPending} onClick={() => removing.mutate(id)}>
          Remove{of}
        </button>
      </span>
      {trying.isSuccess ? <p role="status">It was taken.</p> : null}
      {isShown && secret ? <CodeBlock value={secret} label="secret" /> : null}
      {error ? <FormProblem error={error} /> : null}
    </div>
  );
}

const OF = ['service', 'team', 'channel', 'document'] as const;

function New() {
  const [filters, setFilters] = useFilters();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [isGrave, setGrave] = useState(false);
  const [made, setMade] = useState<WatchWithSecretView>();
  const choices = useThingChoices();
  const client = useQueryClient();
  const making = useMutation({
    mutationFn: createWatch,
    onSuccess: answer => {
      setMade(answer);
      setName('');
      setUrl('');
      void client.invalidateQueries({ queryKey: watchesQuery.queryKey });
    },
  });
  const things = Object.fromEntries(OF.flatMap(kind => (filters[kind] ? [[kind, filters[kind]]] : [])));
  const filter: WatchFilterView = { ...things, ...(isGrave && { verdict: 'breaking' as const }) };
  return (
    <Section title="New watch">
      {made ? (
        <div className="form-note" role="status">
          <p>“{made.name}” is told from now on. With this secret the receiver checks that it is true:</p>
          <CodeBlock value={made.secret} label="secret" />
        </div>
      ) : null}
      <FilterBar filters={filters} choices={choices} onChange={setFilters} />
      <Form
        label="New watch"
        button="Watch"
        isSending={making.isPending}
        error={making.error}
        onSend={() => making.mutate({ name, url, filter })}
      >
        <Field label="Name" says="Who is told, such as the name of a room." required value={name} onChange={setName} />
        <Field label="Address" says="Where the webhook is received: https://…" required value={url} onChange={setUrl} />
        <Choice
          label="Only what breaks somebody"
          says="Breaking changes, and documents that are gone."
          checked={isGrave}
          onChange={setGrave}
        />
      </Form>
    </Section>
  );
}
