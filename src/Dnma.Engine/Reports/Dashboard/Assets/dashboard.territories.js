// Where: the académies as tiles, the territories of a level as a list, and the change between two weeks with its perimeter.
const Territories = (() => {
  'use strict';

  const { element, table, cell } = Page;
  const { data, levels } = Rows;
  const hasCode = level => ['academy', 'department', 'establishment', 'region', 'commune', 'circonscription', 'collectivity'].includes(level);

  // How a territory reads: its name, and its code where readers know it.
  function nameOf(level, list, at) {
    const [code, name] = [list.codes[at], list.names[at]];
    if (code === 'inconnu') return 'Inconnu';
    if (!name) return French.visible(code);
    return level === 'establishment' || level === 'commune' ? `${name} (${French.visible(code)})` : name;
  }

  // Whether a territory of a list lies in the chosen one; null where the page does not know.
  function inside(level, list, chosen) {
    if (chosen.level === 'national') return () => true;
    if (chosen.level === level) return at => at === chosen.territory;
    const place = list[chosen.level];
    return place ? at => place[at] === chosen.code : null;
  }

  const finer = { national: ['region', 'academy', 'department', 'project', 'platform', 'operator', 'collectivity', 'circonscription', 'commune', 'establishment'], region: ['department', 'establishment'], academy: ['department', 'establishment'], department: ['establishment'] };
  // The levels whose territories can be listed under the chosen one.
  const listed = chosen => {
    const below = (finer[chosen.level] ?? []).filter(level => levels.has(level));
    // An extract may hold several territories of its coarsest level and nothing above: they are listed side by side.
    return below.length > 0 && chosen.level === 'national' ? below : [...new Set([chosen.level, ...below])].filter(level => level !== 'national');
  };

  async function map(chosen) {
    if (data.tiles.length === 0 || chosen.missing) return null;
    const [slice, list] = [await Rows.slice(chosen.period, 'academy', chosen.dimension), await Rows.territories('academy')];
    const rows = new Map((slice?.every(chosen.modality) ?? []).map(row => [list.codes[row.territory], row]));
    if (rows.size === 0) return null;
    const values = [...rows].filter(([code]) => code !== 'inconnu').map(([, row]) => row.visits).sort((left, right) => left - right);
    // Five steps of as many académies each: ranks, which one large académie does not flatten.
    const bounds = [1, 2, 3, 4].map(step => values[Math.floor(step * values.length / 5)]);
    const own = chosen.level === 'academy' ? chosen.code : null;
    const tiles = data.tiles.map(([code, column, line, short]) => {
      const at = list.index.get(code);
      const row = rows.get(code);
      const name = at === undefined ? short : nameOf('academy', list, at);
      const shade = row ? 1 + bounds.filter(bound => row.visits >= bound).length : 0;
      const inner = [
        element('span', { class: 'tile-name' }, element('span', { class: 'long' }, name), element('abbr', { class: 'short', title: name }, short)),
        element('span', { class: 'tile-figure' }, row ? French.short(row.visits) : French.nothing, row ? element('span', { class: 'hidden' }, row.visits < 2 ? ' visite' : ' visites') : null),
      ];
      const item = element(
        'li',
        { class: `tile shade-${shade}${code === own ? ' chosen' : ''}`, title: row ? `${name}\u00a0: ${French.of(row.visits, 'visite', 'visites')}` : `${name}\u00a0: ${data.extract ? 'hors de cet extrait, ou sans ligne' : 'sans ligne montrée'}` },
        row
          ? element('a', { href: State.link({ niveau: 'academy', territoire: code }), 'aria-current': code === own ? 'true' : null }, inner)
          : element('span', {}, inner));
      item.style.gridColumn = column + 1;
      item.style.gridRow = line + 1;
      return item;
    });
    return element(
      'div',
      {},
      element('ul', { class: 'tiles', 'aria-label': 'Académies, chacune une tuile, placées à peu près comme sur une carte' }, tiles),
      element('p', { class: 'scale' }, 'Visites\u00a0: ', [1, 2, 3, 4, 5].map(step => element('span', { class: `key shade-${step}` }, step === 1 ? 'le moins' : step === 5 ? 'le plus' : '\u00a0'))));
  }

  async function rowsOf(level, chosen) {
    const list = await Rows.territories(level);
    const slice = await Rows.slice(chosen.period, level, chosen.dimension);
    const isIn = inside(level, list, chosen);
    return { list, slice, isIn, rows: slice && isIn ? slice.every(chosen.modality).filter(row => isIn(row.territory)) : [] };
  }

  async function listOf(chosen, level) {
    const { list, slice, isIn, rows } = await rowsOf(level, chosen);
    if (!isIn) return { reason: 'La page ne sait pas quels territoires de ce niveau font partie de celui qui est choisi.' };
    if (rows.length === 0) return { reason: Rows.why(chosen.period, level, chosen.dimension, slice) };
    const known = rows.filter(row => list.codes[row.territory] !== 'inconnu').sort((left, right) => right.visits - left.visits || left.territory - right.territory);
    const unknown = rows.filter(row => list.codes[row.territory] === 'inconnu');
    const sum = known.reduce((total, row) => total + row.visits, 0);
    const lineOf = (row, isKnown) => [
      { value: hasCode(level) ? list.codes[row.territory] : nameOf(level, list, row.territory), text: hasCode(level) ? (isKnown ? French.visible(list.codes[row.territory]) : 'Inconnu') : nameOf(level, list, row.territory), link: State.link({ niveau: level, territoire: list.codes[row.territory] }), current: level === chosen.level && row.territory === chosen.territory },
      ...(hasCode(level) ? [list.names[row.territory] || French.nothing] : []),
      { ...cell(row.visits, French.count(row.visits)), bar: isKnown && known[0].visits > 0 ? row.visits / known[0].visits : 0 },
      isKnown ? cell(sum > 0 ? row.visits / sum : null, French.share(row.visits, sum)) : cell(null, French.nothing),
      cell(row.users, French.count(row.users)),
      cell(row.visits > 0 ? row.pages / row.visits : null, French.mean(row.pages, row.visits)),
      cell(row.timed > 0 ? row.duration / row.timed : null, French.duration(row.duration, row.timed)),
      cell(row.visits > 0 ? row.bounces / row.visits : null, French.share(row.bounces, row.visits)),
    ];
    const label = levels.get(level).label;
    return {
      count: known.length,
      sum,
      table: table({
        id: `territoires-${level}`,
        title: `${label}, ${chosen.period.label}, ${chosen.place}`,
        columns: [...(hasCode(level) ? [{ label: level === 'establishment' ? 'UAI' : 'Code', text: true }, { label: 'Nom', text: true }] : [{ label, text: true }]),
          { label: 'Visites' }, { label: 'Part' }, { label: 'Utilisateurs' }, { label: 'Pages par visite' }, { label: 'Temps par visite' }, { label: 'Taux de rebond' }],
        rows: known.map(row => lineOf(row, true)),
        apart: unknown.map(row => lineOf(row, false)),
      }),
    };
  }

  // Two weeks of the chosen territory: what its change is made of; or a sentence that says why not.
  async function change(chosen, before, after) {
    if (!levels.has('establishment')) return { reason: 'La décomposition se fait par établissement, et cette mesure n’en a pas de ligne.' };
    const [list, first, second] = [await Rows.territories('establishment'), await Rows.slice(before, 'establishment', chosen.dimension), await Rows.slice(after, 'establishment', chosen.dimension)];
    const isIn = inside('establishment', list, chosen);
    if (!isIn) return { reason: 'La page ne sait pas quels établissements font partie de ce territoire.' };
    if (!first || !second) return { reason: Rows.why(first ? after : before, 'establishment', chosen.dimension, null) };
    const pick = slice => new Map(slice.every(chosen.modality).filter(row => isIn(row.territory) && list.codes[row.territory] !== 'inconnu').map(row => [row.territory, row]));
    const [a, b] = [pick(first), pick(second)];
    const totals = await Promise.all([before, after].map(async period => (await Rows.slice(period, chosen.level, chosen.dimension))?.find(chosen.territory, chosen.modality) ?? null));
    if (!totals[0] || !totals[1]) return { reason: 'Le territoire n’a pas de ligne montrée dans les deux semaines.' };
    const outside = [a, b].map((rows, at) => totals[at].visits - [...rows.values()].reduce((sum, row) => sum + row.visits, 0));
    if (data.threshold > 0 || data.extract || outside.some(visits => visits < 0)) {
      if (outside.some(visits => visits !== 0)) return { reason: 'Les lignes des établissements ne font pas tout le total montré\u00a0: la décomposition ne se fait pas sur une partie.' };
    }
    const terms = Change.terms(a, b);
    if (terms.effect === null) return { reason: 'Aucun établissement n’a de visites dans les deux semaines\u00a0: rien ne se compare.' };
    return { totals, terms, without: outside[1] - outside[0] };
  }

  return { nameOf, inside, listed, map, listOf, change };
})();

