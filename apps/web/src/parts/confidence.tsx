import type { Link } from '@portolan/chart';
import { useId, useRef } from 'react';
import { CONFIDENCE, evidenceInWords } from '../words/evidence.ts';
import './confidence.css';

const MARKS: Readonly<Record<Link['confidence'], string>> = { stated: '✓', supported: '✓✓', uncertain: '?' };

/** Room between the badge and the box that explains it, in pixels. */
const GAP = 6;

/** What a direction is worth, as a badge; pressing or pointing at it shows the evidence. */
export function Confidence({ link }: { link: Pick<Link, 'confidence' | 'evidence'> }) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const { word, says } = CONFIDENCE[link.confidence];

  const place = () => {
    if (!button.current || !box.current) return;
    const at = button.current.getBoundingClientRect();
    const size = box.current.getBoundingClientRect();
    const below = at.bottom + GAP + size.height < innerHeight;
    box.current.style.left = `${Math.max(GAP, Math.min(at.left, innerWidth - size.width - GAP))}px`;
    box.current.style.top = `${below ? at.bottom + GAP : Math.max(GAP, at.top - size.height - GAP)}px`;
  };
  // What was pressed stays open until something else is; what was only pointed at goes with the pointer.
  const pinned = useRef(false);
  const show = () => {
    if (box.current?.matches(':popover-open')) return;
    box.current?.showPopover();
    place();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className={`confidence confidence-${link.confidence}`}
        aria-describedby={id}
        onClick={() => {
          pinned.current = true;
          show();
        }}
        onMouseEnter={show}
        onMouseLeave={() => {
          if (!pinned.current) box.current?.hidePopover();
        }}
      >
        <span aria-hidden="true" className="confidence-mark">
          {MARKS[link.confidence]}
        </span>
        {word}
      </button>
      <div
        ref={box}
        id={id}
        popover="auto"
        className="confidence-box"
        onToggle={event => {
          if (event.newState === 'closed') pinned.current = false;
          place();
        }}
      >
        <p>
          <strong>{word}.</strong> {says}
        </p>
        {link.evidence.map(evidence => (
          <ul key={`${evidence.document} ${evidence.operation}`}>
            {evidenceInWords(evidence).map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        ))}
      </div>
    </>
  );
}
