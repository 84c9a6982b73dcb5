// What the reader chose: kept in the address behind #, so that a link, a bookmark and the back button find it again.
const State = (() => {
  'use strict';

  // In this order in the address.
  const names = ['periode', 'niveau', 'territoire', 'profil', 'degre', 'pas', 'heures', 'liste', 'de', 'a'];
  const sorts = 'tri.';

  function read() {
    const found = {};
    for (const part of location.hash.slice(1).split('&')) {
      const mark = part.indexOf('=');
      if (mark < 0) continue;
      const name = part.slice(0, mark);
      if (!names.includes(name) && !name.startsWith(sorts)) continue;
      try {
        found[name] = decodeURIComponent(part.slice(mark + 1));
      } catch {
        // A cut address is no state.
      }
    }
    return found;
  }

  function write(state) {
    const keys = [...names.filter(name => state[name]), ...Object.keys(state).filter(name => name.startsWith(sorts) && state[name]).sort()];
    return `#${keys.map(name => `${name}=${encodeURIComponent(state[name])}`).join('&')}`;
  }

  // The address with some choices changed; empty ones are left out, which is the default.
  const link = changes => write({ ...read(), ...changes });
  // A new entry of the history; the page is drawn by its event.
  const go = changes => { location.hash = link(changes); };
  // The order of a table is no place to go back to.
  const keep = changes => history.replaceState(null, '', link(changes));

  return { read, link, go, keep, sorts };
})();

