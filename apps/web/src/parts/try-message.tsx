import type { TriedView } from '@portolan/server/port';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { count } from '../words/count.ts';
import { Badge } from './badge.tsx';
import { Form } from './form.tsx';
import { Inline } from './prose.tsx';
import { shortDigest } from './revisions.tsx';
import './try-message.css';

interface Props {
  /** Stands in the box at first; what is there already saves typing. */
  example?: unknown;
  /** Asks the server, which keeps nothing of it. */
  send: (payload: unknown) => Promise<{ readonly items: readonly TriedView[] }>;
}

/** A box for a message, and for each version whether it is one. */
export function TryMessage({ example, send }: Props) {
  const id = useId();
  const [text, setText] = useState(() => (example === undefined ? '' : JSON.stringify(example, null, 2)));
  const trying = useMutation({ mutationFn: async () => await send(payloadOf(text)) });
  return (
    <div className="try">
      <Form
        label="Try a message"
        button="Try"
        isSending={trying.isPending}
        error={trying.error}
        onSend={() => trying.mutate()}
      >
        <div className="form-field">
          <label htmlFor={id}>Message</label>
          <textarea
            id={id}
            className="try-text mono"
            value={text}
            rows={10}
            required
            spellCheck={false}
            autoCapitalize="none"
            aria-describedby={`${id}-says`}
            onChange={event => setText(event.target.value)}
          />
          <p id={`${id}-says`} className="form-says">
            The payload as JSON. It is not kept.
          </p>
        </div>
      </Form>
      <div role="status" className="try-answers">
        {trying.data?.items.map(item => (
          <Answer key={`${item.document} ${item.revision}`} item={item} />
        ))}
      </div>
    </div>
  );
}

function payloadOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`This is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function Answer({ item }: { item: TriedView }) {
  const { title, serviceName, revision, version, valid, notChecked, problems } = item;
  return (
    <div className="try-answer">
      <p className="impact-name">
        {notChecked === undefined ? (
          <Badge tone={valid ? 'plain' : 'error'}>{valid ? 'valid' : count(problems.length, 'problem')}</Badge>
        ) : (
          <Badge tone="warning">not checked</Badge>
        )}
        <span className="strong">{serviceName ?? title}</span>
        <span className="faint">
          version {version}
          {revision === undefined ? '' : ` (${shortDigest(revision)})`}
        </span>
      </p>
      {notChecked === undefined ? null : <p className="soft break">{notChecked}</p>}
      {problems.length > 0 ? (
        <ul>
          {problems.map(({ pointer, says }) => (
            <li key={`${pointer} ${says}`} className="break">
              <span className="mono">{pointer === '' ? 'the message' : pointer}</span> <Inline text={says} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
