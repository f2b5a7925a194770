import { type ReactNode, useEffect } from 'react';
import { Icon, type IconName } from './icon.tsx';
import './page-head.css';

/** Names the page in the browser's tab and history. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === 'Portolan' ? title : `${title} · Portolan`;
  }, [title]);
}

interface Props {
  /** What kind of thing this is, above its name. */
  kind?: string;
  icon?: IconName;
  title: string;
  /** After the name: a version, a count. */
  after?: ReactNode;
  /** Below: facts in a row. */
  children?: ReactNode;
  /** True where the name is code: an address, a path. */
  code?: boolean;
}

/** The head of every page: what it is, its name, and the facts one looks for first. */
export function PageHead({ kind, icon, title, after, children, code = false }: Props) {
  usePageTitle(title);
  return (
    <header className="page-head">
      {kind ? (
        <p className="page-kind">
          {icon ? <Icon name={icon} size={14} /> : null}
          {kind}
        </p>
      ) : null}
      <div className="page-name">
        <h1 className={code ? 'mono page-code' : undefined}>{title}</h1>
        {after}
      </div>
      {children}
    </header>
  );
}

/** Facts in a row under a page's name. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="facts">{children}</dl>;
}

/** One fact: its name in small letters, its value below. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
