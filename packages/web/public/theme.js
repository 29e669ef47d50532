// Before the first paint, so that nothing flashes. A file of its own, because pages run no inline code.
(function () {
  var root = document.documentElement;
  var kept = {};
  try {
    kept = JSON.parse(localStorage.getItem('rapport-look') || '{}') || {};
  } catch {
    // A browser that keeps nothing gets what the system prefers.
  }
  var isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme =
    kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : isDark ? 'dark' : 'light';
  if (kept.density === 'cosy' || kept.density === 'compact') root.dataset.density = kept.density;
})();
