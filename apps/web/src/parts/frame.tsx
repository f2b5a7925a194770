import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { sessionQuery } from '../api/access.ts';
import { overviewQuery } from '../api/queries.ts';
import { chooseTheme, nextTheme, useThemeInForce } from '../design/theme.ts';
import { number } from '../words/count.ts';
import { isEntrance } from './entrance.tsx';
import { Gate } from './gate.tsx';
import { Icon, type IconName, Rose } from './icon.tsx';
import { LiveNote } from './live-note.tsx';
import { openPalette, Palette } from './palette.tsx';
import './frame.css';
import './icon.css';

/** A page, and what is around it for those who are inside. */
export function Frame() {
  const path = useRouterState({ select: state => state.location.pathname });
  if (isEntrance(path)) return <Outlet />;
  return (
    <Gate>
      <Inside />
    </Gate>
  );
}

/** Everything around a page: the way to the other pages, the palette, the state of the connection. */
function Inside() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: state => state.resolvedLocation?.pathname });
  const before = useRef<string>(undefined);

  // On another page the keyboard continues at its beginning; on the first one, where the browser put it.
  useEffect(() => {
    const isAnother = before.current !== undefined && path !== before.current;
    before.current = path;
    if (isAnother) main.current?.focus({ preventScroll: true });
  }, [path]);

  return (
    <div className="frame">
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <Side path={path} />
      <main ref={main} id="main" tabIndex={-1} className="main">
        <Outlet />
      </main>
      <Palette />
    </div>
  );
}

function Side({ path }: { path: string | undefined }) {
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes whenever another page is shown
  useEffect(() => setOpen(false), [path]);
  return (
    <header className="side" data-open={open}>
      <div className="side-head">
        <Link to="/" className="side-logo">
          <Rose size={26} />
          Portolan
        </Link>
        <div className="side-live">
          <LiveNote />
        </div>
        <button type="button" className="side-menu side-find" onClick={openPalette}>
          <Icon name="search" size={20} />
          <span className="unseen">Search</span>
        </button>
        <button
          type="button"
          className="side-menu"
          aria-expanded={open}
          aria-controls="side-body"
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'close' : 'menu'} size={20} />
          <span className="unseen">Menu</span>
        </button>
      </div>
      <div id="side-body" className="side-body">
        <button type="button" className="side-search" onClick={openPalette}>
          <Icon name="search" size={14} />
          Search
          <kbd>/</kbd>
        </button>
        <Pages />
        <Account />
        <div className="side-foot">
          <LiveNote />
          <ThemeSwitch />
        </div>
      </div>
    </header>
  );
}

function Pages() {
  const { data } = useQuery(overviewQuery);
  const counts = data?.counts;
  const findings = data ? data.findings.error + data.findings.warning + data.findings.info : undefined;
  return (
    <nav aria-label="Pages" className="side-nav">
      <ul>
        <PageLink to="/" icon="home" name="Home" />
        <PageLink to="/map" icon="map" name="Map" />
      </ul>
      <ul>
        <PageLink to="/services" icon="service" name="Services" total={counts?.services} />
        <PageLink to="/channels" icon="channel" name="Channels" total={counts?.channels} />
        <PageLink to="/messages" icon="message" name="Messages" total={counts?.messages} />
        <PageLink to="/teams" icon="team" name="Teams" total={counts?.teams} />
        <PageLink to="/domains" icon="domain" name="Domains" total={counts?.domains} />
        <PageLink to="/servers" icon="server" name="Servers" />
      </ul>
      <ul>
        <PageLink to="/documents" icon="document" name="Documents" total={counts?.documents} />
        <PageLink to="/changes" icon="clock" name="Changes" />
        <PageLink to="/checks" icon="check" name="Checks" />
        <PageLink to="/findings" icon="finding" name="Findings" total={findings} />
        <PageLink to="/drift" icon="drift" name="Drift" />
      </ul>
      <ul>
        <PageLink to="/impact" icon="impact" name="What would break" />
        <PageLink to="/path" icon="path" name="Path" />
        <PageLink to="/maturity" icon="ladder" name="Maturity" />
        <PageLink to="/governance" icon="check" name="Governance" />
      </ul>
    </nav>
  );
}

/** Who one is, and for administrators the way to what only they see; nothing where there are no accounts. */
function Account() {
  const { data } = useQuery(sessionQuery);
  const path = useRouterState({ select: state => state.location.href });
  if (!data || data.access === 'open') return null;
  if (!data.who) {
    return (
      <Link to="/sign-in" search={{ next: path }} className="side-link">
        <Icon name="arrow" />
        Sign in
      </Link>
    );
  }
  return (
    <nav aria-label="Account">
      <ul>
        {data.who.roles.includes('administrator') ? (
          <>
            <PageLink to="/users" icon="team" name="Users" />
            <PageLink to="/audit" icon="clock" name="Audit log" />
          </>
        ) : null}
        <PageLink to="/account" icon="person" name={data.who.name} />
      </ul>
    </nav>
  );
}

function PageLink({ to, icon, name, total }: { to: string; icon: IconName; name: string; total?: number | undefined }) {
  return (
    <li>
      <Link to={to} className="side-link" activeOptions={{ exact: to === '/', includeSearch: false }}>
        <Icon name={icon} />
        {name}
        {total === undefined ? null : <span className="side-total number">{number(total)}</span>}
      </Link>
    </li>
  );
}

function ThemeSwitch() {
  const theme = useThemeInForce();
  const next = nextTheme(theme);
  return (
    <button type="button" className="side-theme" title={`Switch to ${next}`} onClick={() => chooseTheme(next)}>
      <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
      <span className="unseen">Switch to the {next} theme</span>
    </button>
  );
}
