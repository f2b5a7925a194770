import type { ReactNode } from 'react';
import { Rose } from './icon.tsx';
import { usePageTitle } from './page-head.tsx';
import './entrance.css';
import './icon.css';

/** A page before one is inside: nothing but the name of the house and what is asked. */
export function Entrance({ title, children }: { title: string; children: ReactNode }) {
  usePageTitle(title);
  return (
    <main id="main" tabIndex={-1} className="entrance">
      <div className="entrance-box">
        <p className="entrance-logo">
          <Rose size={26} />
          Portolan
        </p>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}

/** Whether a page is shown before one is inside. */
export function isEntrance(path: string | undefined): boolean {
  return path === '/sign-in' || path === '/setup';
}
