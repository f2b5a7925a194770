import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Kind } from '../words/kind.ts';
import { Icon } from './icon.tsx';

const TO = {
  service: '/services/$id',
  channel: '/channels/$id',
  message: '/messages/$id',
  team: '/teams/$id',
  domain: '/domains/$id',
  server: '/servers/$id',
  document: '/documents/$id',
} as const satisfies Record<Kind, string>;

interface Props {
  kind: Kind;
  id: string;
  children: ReactNode;
  className?: string;
  /** Shows the icon of its kind before the name. */
  icon?: boolean;
}

/** A name that leads to the page of the thing it names. */
export function ThingLink({ kind, id, children, className = 'quiet-link', icon = false }: Props) {
  return (
    <Link to={TO[kind]} params={{ id }} className={icon ? `${className} thing-link` : className}>
      {icon ? <Icon name={kind} /> : null}
      {children}
    </Link>
  );
}

/** The owner of something as a link, or words that nobody is named. */
export function Owner({ id, name }: { id: string | undefined; name: string | undefined }) {
  if (id === undefined) return <span className="faint">No owner named</span>;
  return (
    <ThingLink kind="team" id={id}>
      {name ?? id}
    </ThingLink>
  );
}
