import type { ExampleView, MessageDefinition, MessageSummary, SchemaView as View } from '@portolan/server/port';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { languageOf } from '../words/language.ts';
import { Badge } from './badge.tsx';
import { Bindings } from './bindings.tsx';
import { CodeBlock } from './code-block.tsx';
import { Fact, Facts } from './page-head.tsx';
import type { ReadersByField } from './readers.tsx';
import { SchemaTree } from './schema-tree.tsx';
import { Empty } from './section.tsx';
import './definition.css';

interface Props {
  definition: MessageDefinition;
  readers: ReadersByField;
  message: Pick<MessageSummary, 'id' | 'described'>;
}

/** What one document says that a message looks like: its tree, and examples beside it. */
export function Definition({ definition, readers, message }: Props) {
  const { payload, headers, examples, bindings, correlationId, contentType, document, file, line } = definition;
  const inDocument = message.described.find(each => each.document === document)?.id;
  return (
    <div className="definition">
      <div className="definition-main">
        <SchemaView
          title="Payload"
          view={payload}
          readers={readers}
          message={message.id}
          none="The payload is not described."
        />
        {headers ? <SchemaView title="Headers" view={headers} /> : null}
        <Facts>
          <Fact name="Content type">
            {contentType ? <span className="mono">{contentType}</span> : <span className="faint">Not named</span>}
          </Fact>
          {correlationId ? (
            <Fact name="Correlation id">
              <span className="mono">{correlationId}</span>
            </Fact>
          ) : null}
          <Fact name="Written in">
            <Link
              to="/documents/$id"
              params={{ id: document }}
              search={{ file }}
              hash={line === undefined ? '' : `L${line}`}
              className="link mono"
            >
              {file}
              {line === undefined ? '' : `:${line}`}
            </Link>{' '}
            {inDocument === undefined ? null : (
              <Link
                to="/documents/$id/edit"
                params={{ id: document }}
                search={{ message: inDocument }}
                className="link"
              >
                Edit<span className="unseen"> the description in {document}</span>
              </Link>
            )}
          </Fact>
        </Facts>
        {Object.keys(bindings).length > 0 ? (
          <div className="definition-part">
            <h3>Bindings</h3>
            <Bindings bindings={bindings} />
          </div>
        ) : null}
      </div>
      <Examples examples={examples} />
    </div>
  );
}

interface SchemaProps {
  title: string;
  view: View | undefined;
  readers?: ReadersByField;
  message?: string;
  none?: string;
}

/** A schema as a tree, or as written. */
export function SchemaView({ title, view, readers, message, none }: SchemaProps) {
  const [raw, setRaw] = useState(false);
  return (
    <div className="definition-part">
      <div className="definition-head">
        <h3>{title}</h3>
        {view ? (
          <>
            <span className="faint">{languageOf(view)}</span>
            <button type="button" className="button definition-raw" aria-pressed={raw} onClick={() => setRaw(!raw)}>
              As written
            </button>
          </>
        ) : null}
      </div>
      {view === undefined ? <Empty>{none}</Empty> : null}
      {view && raw ? <CodeBlock value={view.source} label={`${title}: the schema as written`} /> : null}
      {view && !raw ? (
        <SchemaTree shape={view.shape} {...(readers && { readers })} {...(message !== undefined && { message })} />
      ) : null}
    </div>
  );
}

/** Examples one under another, written or made. */
export function Examples({ examples }: { examples: readonly ExampleView[] }) {
  if (examples.length === 0) return null;
  return (
    <div className="definition-examples">
      <h3>{examples.length === 1 ? 'Example' : 'Examples'}</h3>
      {examples.map((example, index) => {
        const name = example.name ?? (examples.length === 1 ? 'Example' : `Example ${index + 1}`);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: examples may be alike, and they never change places
          <div key={`${name} ${index}`} className="definition-example">
            <p className="definition-caption">
              {example.name ? <span className="strong">{example.name}</span> : null}
              {example.summary ? <span className="soft">{example.summary}</span> : null}
              {example.generated ? <Badge tone="sand">generated from the schema</Badge> : null}
            </p>
            {example.headers === undefined ? null : (
              <>
                <p className="faint">Headers</p>
                <CodeBlock value={example.headers} label={`${name}, headers`} />
              </>
            )}
            {example.headers !== undefined && example.payload !== undefined ? <p className="faint">Payload</p> : null}
            {example.payload === undefined ? null : <CodeBlock value={example.payload} label={`${name}, payload`} />}
          </div>
        );
      })}
    </div>
  );
}
