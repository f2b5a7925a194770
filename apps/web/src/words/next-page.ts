/**
 * Where to go after the sign-in: the wanted page of this portal as a whole address, so that no path is taken for a host;
 * the first page for everything that leads elsewhere.
 */
export function nextPage(wanted: string | undefined, origin: string): string {
  const home = `${origin}/`;
  if (wanted === undefined || !wanted.startsWith('/') || !URL.canParse(wanted, origin)) return home;
  const url = new URL(wanted, origin);
  return url.origin === origin && !/^\/(?:sign-in|setup|api)(?:\/|$)/.test(url.pathname) ? url.href : home;
}
