import { type ReactNode, useId } from 'react';
import { number } from '../words/count.ts';
import './section.css';

interface Props {
  title: string;
  /** How many things the section lists. */
  total?: number;
  /** At the right end of the heading's line: a link, a switch. */
  end?: ReactNode;
  children: ReactNode;
}

/** A part of a page under its own heading. */
export function Section({ title, total, end, children }: Props) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>
          {title}
          {total === undefined ? null : <span className="section-total number"> {number(total)}</span>}
        </h2>
        {end}
      </div>
      {children}
    </section>
  );
}

/** Words in place of a list that has nothing in it. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className="empty">{children}</p>;
}
