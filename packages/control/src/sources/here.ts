/** Whether a host of a URL is this machine: what is sent to it is read by nobody on the way. */
export function isHere(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);
}
