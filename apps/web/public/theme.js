// Puts a chosen theme on the page before anything is drawn, so that it never flashes in the other one.
// A file of its own because the portal's content security policy allows no inline script.
try {
  const theme = localStorage.getItem('portolan-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; then the system's preference holds.
}
