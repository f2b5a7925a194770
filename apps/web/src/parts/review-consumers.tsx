import type { CheckedDocument, ConsumerView } from '@portolan/server/port';
import { CodeBlock } from './code-block.tsx';
import { SignOffForm } from './decide.tsx';
import { Inline } from './prose.tsx';
import { CONSUMER_GROUPS } from './review-verdict.tsx';
import { Section } from './section.tsx';
import { Owner, ThingLink } from './thing-link.tsx';

/** The changes of one document, where decisions about them belong. */
type DecidedDocument = Pick<CheckedDocument, 'document' | 'changes'>;

interface Props {
  consumers: readonly ConsumerView[];
  documents: readonly DecidedDocument[];
}

/** Who is at the other end of what changed, those first that break. */
export function Consumers({ consumers, documents }: Props) {
  return (
    <>
      {CONSUMER_GROUPS.map(({ verdict, head, says, look }) => {
        const rows = consumers.filter(consumer => consumer.verdict === verdict);
        if (rows.length === 0) return null;
        return (
          <Section key={verdict} title={head} total={rows.length}>
            <p className="soft impact-meaning">{says}</p>
            <ul className="impact-rows">
              {rows.map(consumer => (
                <li key={consumer.service} className={`impact-row impact-${look}`}>
                  <Row consumer={consumer} documents={documents} />
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
    </>
  );
}

function Row({ consumer, documents }: { consumer: ConsumerView; documents: readonly DecidedDocument[] }) {
  const { service, name, charted, owner, ownerId, message, reason, witness, signedOff, verdict } = consumer;
  return (
    <div className="review-row">
      <p className="impact-name">
        {charted ? (
          <ThingLink kind="service" id={service} className="quiet-link strong">
            {name}
          </ThingLink>
        ) : (
          <span className="strong">{name}</span>
        )}
        <span className="faint">
          {ownerId === undefined ? (owner ?? 'No owner named') : <Owner id={ownerId} name={owner} />}
        </span>
      </p>
      <p className="break">
        <span className="mono">{message}</span>
        {reason ? (
          <>
            : <Inline text={reason} />
          </>
        ) : null}
      </p>
      {witness ? (
        <div className="review-witness">
          <p className="faint">
            A message that may be sent then, and what the reader says about it: <Inline text={witness.problem} />
          </p>
          <CodeBlock value={witness.encoded ?? witness.message} label={`A message that ${name} does not read`} />
        </div>
      ) : null}
      {signedOff ? (
        <p>
          Signed off by {signedOff.team} on {signedOff.on}: {signedOff.reason}
        </p>
      ) : null}
      {verdict !== 'reads' && !signedOff ? <SignOffForm consumer={consumer} documents={documents} /> : null}
    </div>
  );
}
