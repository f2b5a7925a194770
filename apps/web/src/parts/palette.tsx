import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { chooseTheme, currentTheme, nextTheme } from '../design/theme.ts';
import { type Command, SearchBox } from './search-box.tsx';
import { Shortcuts } from './shortcuts.tsx';
import './palette.css';

const OPEN = 'portolan:palette';

/** Opens the palette from anywhere. */
export function openPalette(): void {
  dispatchEvent(new Event(OPEN));
}

const COMMANDS: readonly Command[] = [
  { name: 'Home', icon: 'home', place: { to: '/' } },
  { name: 'Map', icon: 'map', place: { to: '/map' } },
  { name: 'Services', icon: 'service', place: { to: '/services' } },
  { name: 'Channels', icon: 'channel', place: { to: '/channels' } },
  { name: 'Messages', icon: 'message', place: { to: '/messages' } },
  { name: 'Teams', icon: 'team', place: { to: '/teams' } },
  { name: 'Documents', icon: 'document', place: { to: '/documents' } },
  { name: 'Findings', icon: 'finding', place: { to: '/findings' } },
  { name: 'Switch between light and dark', icon: 'moon', run: () => chooseTheme(nextTheme(currentTheme())) },
];

/**
 * The dialogs that keys open anywhere: the palette with `/` or Ctrl+K (Cmd+K on a Mac), the list of keys with `?`.
 * Keys typed into a field stay what they are.
 */
export function Palette() {
  const [shown, setShown] = useState<'palette' | 'shortcuts'>();
  const close = useCallback(() => setShown(undefined), []);

  useEffect(() => {
    const open = () => setShown('palette');
    const press = (event: KeyboardEvent) => {
      const chord = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
      if (chord || (plain && event.key === '/')) {
        event.preventDefault();
        open();
      } else if (plain && event.key === '?') setShown('shortcuts');
    };
    addEventListener('keydown', press);
    addEventListener(OPEN, open);
    return () => {
      removeEventListener('keydown', press);
      removeEventListener(OPEN, open);
    };
  }, []);

  if (shown === undefined) return null;
  return (
    <Dialog key={shown} label={shown === 'palette' ? 'Search and go' : 'Keys'} onClose={close}>
      {shown === 'palette' ? (
        <SearchBox
          inline
          autoFocus
          commands={COMMANDS}
          placeholder="Search services, channels, messages, fields…"
          onDone={close}
        />
      ) : (
        <Shortcuts onClose={close} />
      )}
    </Dialog>
  );
}

function Dialog({ label, onClose, children }: { label: string; onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; the click is on what lies around it
    <dialog
      ref={dialog}
      className="palette"
      aria-label={label}
      onClose={onClose}
      onClick={event => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {children}
    </dialog>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
