// The page: filters, the choice they make, and what is shown of it. Nothing is drawn twice for one choice, and a late answer to an old one is dropped.
(() => {
  'use strict';

  const { element, table } = Page;
  const { data, periods, ofKind, kinds, dimensions, levels } = Rows;
  const byId = id => document.getElementById(id);
  const note = text => element('p', {}, text.replaceAll(' :', '\u00a0:').replaceAll(' ;', '\u202f;'));
  const defaultLevel = data.levels[0]?.code;
  const mostTerritories = 400;

  // ---- The choice

  async function chosenOf(state) {
    const [kind, start] = (state.periode ?? '').split(':');
    const period = ofKind.get(kind)?.find(period => French.iso(period.start) === start) ?? periods[0];
    const level = levels.has(state.niveau) ? state.niveau : defaultLevel;
    const list = await Rows.territories(level);
    const asked = state.territoire ?? '';
    const first = list.codes.findIndex(code => code !== 'inconnu');
    const territory = list.index.get(asked) ?? Math.max(0, first);
    const known = (dimension, code) => dimensions.get(dimension)?.index.has(code) ? code : null;
    const chosen = {
      period, level, territory, code: list.codes[territory], profile: known('profile', state.profil), degree: known('school-level', state.degre),
      unknownTerritory: asked !== '' && !list.index.has(asked) ? asked : null,
    };
    chosen.place = Territories.nameOf(level, list, territory);
    [chosen.dimension, chosen.modalityCode] = chosen.profile ? ['profile', chosen.profile] : chosen.degree ? ['school-level', chosen.degree] : ['total', 'total'];
    chosen.modality = dimensions.get(chosen.dimension)?.index.get(chosen.modalityCode) ?? -1;
    if (chosen.profile && chosen.degree) {
      chosen.missing = 'Les tables comptent les profils et les degrés, mais ne les croisent pas\u00a0: aucune ligne ne porte cette combinaison, et elle ne se déduit pas d’autres. Choisissez l’un ou l’autre.';
    }
    const slice = await Rows.slice(period, level, chosen.dimension);
    chosen.row = chosen.missing ? null : slice?.find(territory, chosen.modality) ?? null;
    chosen.missing ??= chosen.row === null ? Rows.why(period, level, chosen.dimension, slice) : null;
    const totals = chosen.dimension === 'total' ? slice : await Rows.slice(period, level, 'total');
    chosen.total = totals?.find(territory, dimensions.get('total')?.index.get('total')) ?? null;
    return chosen;
  }

  // ---- Filters

  const option = (value, label, isChosen) => element('option', { value, selected: isChosen }, label);

  function fillFilters(chosen) {
    byId('periode').replaceChildren(...[...ofKind].map(([kind, list]) => kind === 'all'
      ? list.map(period => option(`all:${French.iso(period.start)}`, period.label, period === chosen.period))
      : element('optgroup', { label: { 'school-year': 'Années scolaires', month: 'Mois', week: 'Semaines', day: 'Jours' }[kind] },
        list.map(period => option(`${kind}:${French.iso(period.start)}`, period.label + (period.isPartial ? ' (incomplète)' : ''), period === chosen.period)))).flat());
    byId('niveau').replaceChildren(...data.levels.map(level => option(level.code, level.label + (level.count > 1 ? ` (${French.count(level.count)})` : ''), level.code === chosen.level)));
    for (const [id, dimension, all] of [['profil', 'profile', 'Tous les profils'], ['degre', 'school-level', 'Tous les degrés']]) {
      const found = dimensions.get(dimension);
      byId(id).replaceChildren(option('', all, false), ...(found?.codes ?? []).map((code, at) => option(code, found.labels[at], code === (id === 'profil' ? chosen.profile : chosen.degree))));
      byId(id).closest('.field').hidden = !found;
    }
    byId('tout').disabled = location.hash.length < 2;
  }

  let shownLevel = null;
  async function fillTerritories(chosen) {
    const list = await Rows.territories(chosen.level);
    const field = byId('champ-territoire');
    if (shownLevel !== chosen.level) {
      shownLevel = chosen.level;
      const label = element('label', { for: 'territoire' }, 'Territoire');
      if (list.codes.length <= mostTerritories) {
        const order = list.codes.map((_, at) => at).sort((left, right) => Territories.nameOf(chosen.level, list, left).localeCompare(Territories.nameOf(chosen.level, list, right), 'fr', { numeric: true }));
        field.replaceChildren(label, element('select', { id: 'territoire' }, order.map(at => option(list.codes[at], Territories.nameOf(chosen.level, list, at), false))));
        byId('territoire').addEventListener('change', event => State.go({ territoire: event.target.value }));
      } else {
        const choices = element('datalist', { id: 'territoires' });
        const input = element('input', { id: 'territoire', type: 'search', list: 'territoires' });
        label.append(`, par code ou nom (${French.count(list.codes.length)})`);
        field.replaceChildren(label, input, choices);
        input.addEventListener('input', () => suggest(list, chosen.level, input, choices));
        input.addEventListener('change', () => choose(list, chosen.level, input));
      }
    }
    const control = byId('territoire');
    control.value = control.tagName === 'SELECT' ? chosen.code : `${French.visible(chosen.code)} ${list.names[chosen.territory]}`.trim();
    field.hidden = list.codes.length < 2;
  }

  const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const matches = (list, text) => {
    const words = plain(text).split(/\s+/).filter(Boolean);
    const found = [];
    for (let at = 0; at < list.codes.length && found.length < 50 && words.length > 0; at++) {
      const name = plain(`${list.codes[at]} ${list.names[at]}`);
      if (words.every(word => name.includes(word))) found.push(at);
    }
    return found;
  };

  function suggest(list, level, input, choices) {
    choices.replaceChildren(...matches(list, input.value).map(at => element('option', { value: `${French.visible(list.codes[at])} ${list.names[at]}`.trim() })));
  }

  function choose(list, level, input) {
    const code = input.value.trim().split(/\s+/)[0] ?? '';
    const exact = list.index.has(code.toUpperCase()) ? code.toUpperCase() : list.index.has(code) ? code : null;
    const found = exact === null ? matches(list, input.value) : [];
    if (exact !== null) State.go({ territoire: exact });
    else if (found.length === 1) State.go({ territoire: list.codes[found[0]] });
    else byId('annonce').textContent = found.length === 0 ? 'Aucun territoire ne correspond.' : 'Plusieurs territoires correspondent\u00a0: précisez.';
  }

  byId('filtres').addEventListener('submit', event => event.preventDefault());
  byId('periode').addEventListener('change', event => State.go({ periode: event.target.value }));
  byId('niveau').addEventListener('change', event => State.go({ niveau: event.target.value, territoire: '' }));
  byId('profil').addEventListener('change', event => State.go({ profil: event.target.value }));
  byId('degre').addEventListener('change', event => State.go({ degre: event.target.value }));
  byId('tout').addEventListener('click', () => { location.hash = ''; byId('periode').focus(); });

  // ---- Parts of the page

  // What the reader opened stays open when the choice changes.
  const opened = new Set();
  const noteOpen = event => {
    if (event.target instanceof HTMLDetailsElement && event.target.id && !printing) opened[event.target.open ? 'add' : 'delete'](event.target.id);
  };
  document.addEventListener('toggle', noteOpen, true);
  const details = (id, summary, ...content) => element('details', { id, open: opened.has(id) }, element('summary', {}, summary), content);

  const reasonOf = text => element('p', { class: 'reason' }, text);

  function blockOf(block) {
    const hasChart = Boolean(block.chart);
    return element(
      'section',
      { class: `block${block.wide ? ' wide' : block.tall ? ' tall' : ''}`, id: block.id, 'aria-labelledby': `titre-${block.id}` },
      element('h3', { id: `titre-${block.id}` }, block.title),
      (block.notes ?? []).some(Boolean) ? element('div', { class: 'notes' }, block.notes.filter(Boolean).map(note)) : null,
      block.controls ?? null,
      block.reason ? reasonOf(block.reason) : null,
      block.chart ?? null,
      block.table ? (hasChart ? details(`chiffres-${block.id}`, element('span', {}, 'Les chiffres en tableau', element('span', { class: 'hidden' }, `\u00a0: ${block.title}`)), block.table) : block.table) : null);
  }

  const sectionOf = (id, title, ...children) => element('section', { id, class: 'part', 'aria-labelledby': `titre-${id}` }, element('h2', { id: `titre-${id}`, tabindex: '-1' }, title), children);
  const blocksOf = blocks => element('div', { class: blocks.length === 1 ? 'blocks alone' : 'blocks' }, blocks.map(blockOf));

  // The rows of each period of a kind, one after the other: a period between the first and the last without a row has none.
  async function seriesOf(chosen, kind) {
    const list = ofKind.get(kind) ?? [];
    if (list.length === 0) return [];
    const slice = await Rows.slice(list[0], chosen.level, chosen.dimension);
    const large = levels.get(chosen.level).chunk >= 0;
    if (!slice && !large) return [];
    const inRange = [];
    if (kind === 'day' && data.range[1] > data.range[0] && data.range[1] - data.range[0] <= 800) {
      const known = new Map(list.map(period => [period.start, period]));
      for (let day = data.range[0]; day < data.range[1]; day++) inRange.push(known.get(day) ?? { kind, start: day, end: day + 1, isPartial: false, label: French.longDay(day), rank: -1 });
    } else inRange.push(...list);
    const rows = [];
    for (const period of inRange.slice(-400)) {
      const own = period.rank < 0 ? null : await Rows.slice(period, chosen.level, chosen.dimension);
      const row = own?.find(chosen.territory, chosen.modality) ?? null;
      rows.push(row ? { period, ...row } : own === null && period.rank >= 0 ? { period, missing: Rows.why(period, chosen.level, chosen.dimension, own) }
        : data.threshold > 0 ? { period, missing: 'masqué, ou rien de compté' } : { period, visits: 0, users: 0, pages: 0, hits: 0, duration: 0, timed: 0, bounces: 0, flash: 0 });
    }
    return rows.some(row => !row.missing && row.visits > 0) ? rows : [];
  }

  const zoneOf = chosen => data.zones.find(zone => (chosen.level === 'academy' && zone.academy.includes(chosen.code)) || (chosen.level === 'department' && zone.department.includes(chosen.code)))?.code ?? null;

  async function attendance(chosen, state) {
    const steps = [['jour', 'day', 'Jours'], ['semaine', 'week', 'Semaines'], ['mois', 'month', 'Mois']];
    const series = new Map();
    for (const [name, kind] of steps) series.set(name, chosen.missing && chosen.profile && chosen.degree ? [] : await seriesOf(chosen, kind));
    const offered = steps.filter(([name]) => series.get(name).length > 1);
    const days = series.get('jour');
    const hours = await Hours.block(chosen, state);
    if (offered.length === 0) {
      return { days, section: sectionOf('frequentation', 'Fréquentation', blocksOf([{ id: 'courbe', title: 'Visites et utilisateurs', wide: true, reason: chosen.profile && chosen.degree ? chosen.missing : `Les tables n’ont pas plusieurs jours, semaines ou mois à ce niveau (${levels.get(chosen.level).label.toLowerCase()}) à mettre l’un après l’autre.` }, hours])) };
    }
    const wished = offered.find(([name]) => name === state.pas) ?? offered[0];
    const [name, kind] = wished;
    const rows = series.get(name);
    const own = zoneOf(chosen);
    const drawn = rows.filter(row => !row.missing);
    const line = row => [
      Page.cell(row.period.start, row.period.label + (row.period.isPartial ? ' (incomplète)' : '')),
      ...(row.missing
        ? ['', '', '', '', ''].map(() => Page.cell(null, French.nothing))
        : [Page.cell(row.visits, French.count(row.visits)), Page.cell(row.users, French.count(row.users)), Page.cell(row.pages, French.count(row.pages)),
          Page.cell(row.timed > 0 ? row.duration / row.timed : null, French.duration(row.duration, row.timed)), Page.cell(row.visits > 0 ? row.bounces / row.visits : null, French.share(row.bounces, row.visits))]),
    ];
    const controls = offered.length < 2 ? null : element('fieldset', { class: 'steps' }, element('legend', {}, 'Pas de temps'), offered.map(([value, , label]) => {
      const input = element('input', { type: 'radio', name: 'pas', value, id: `pas-${value}`, checked: value === name });
      input.addEventListener('change', () => State.go({ pas: value === offered[0][0] ? '' : value }));
      return element('span', {}, input, element('label', { for: `pas-${value}` }, label));
    }));
    const unknownCalendar = data.zones.some(zone => !zone.known);
    const blocks = [{
      id: 'courbe', title: { day: 'Visites et utilisateurs par jour', week: 'Visites et utilisateurs par semaine', month: 'Visites et utilisateurs par mois' }[kind], wide: true,
      notes: [
        'Les utilisateurs ne s’additionnent pas : une personne venue trois fois compte une fois dans chaque période où elle est venue, et une seule fois dans l’ensemble.',
        Time.closedIn(rows[0].period.start, rows[rows.length - 1].period.end).length === 0 ? `Pas de vacances scolaires dans ces jours.${unknownCalendar ? ' Le calendrier n’est pas connu pour tous.' : ''}` : `Vacances scolaires par zone en haut ; ${own === null ? 'sur fond gris, celles que les zones A, B et C ont ensemble' : 'sur fond gris, celles du territoire choisi'}.${unknownCalendar ? ' Le calendrier n’est pas connu pour tous les jours.' : ''}`,
        drawn.length < rows.length ? `${French.of(rows.length - drawn.length, 'période n’est pas montrée', 'périodes ne sont pas montrées')} : ${rows.find(row => row.missing).missing}` : '',
        rows.length === 400 ? 'Seules les 400 dernières périodes sont montrées ; toutes sont dans indicators.csv.' : '',
      ],
      controls,
      chart: Time.chart(rows, kind, own, chosen.period),
      table: table({ id: `courbe-${name}`, title: `Visites et utilisateurs par ${kinds[kind]}, ${chosen.place}`, columns: [{ label: { day: 'Jour', week: 'Semaine', month: 'Mois' }[kind], text: true }, { label: 'Visites' }, { label: 'Utilisateurs' }, { label: 'Pages vues' }, { label: 'Temps par visite' }, { label: 'Taux de rebond' }], rows: rows.map(line), total: chosen.row && chosen.period.kind === 'all' ? line({ period: { ...chosen.period, isPartial: false }, ...chosen.row }) : null }),
    }];
    if (days.length > 1) {
      blocks.push({
        id: 'calendrier', title: 'Calendrier des jours', wide: true,
        notes: ['Plus une case est foncée, plus le jour a de visites.'],
        table: Time.calendar(days, own),
      });
    }
    blocks.push(hours);
    return { days, section: sectionOf('frequentation', 'Fréquentation', blocksOf(blocks)) };
  }

  async function territorial(chosen, state) {
    const offered = Territories.listed(chosen);
    const blocks = [];
    const map = await Territories.map(chosen);
    if (map) blocks.push({ id: 'carte', title: 'Carte des académies', wide: true, notes: ['Cinq nuances, d’autant d’académies chacune ; le chiffre est dans la tuile. Une tuile choisit son académie.'], chart: map });
    if (offered.length > 0) {
      const level = offered.includes(state.liste) ? state.liste : offered[0];
      const choice = offered.length < 2 ? null : element('div', { class: 'field inline' }, element('label', { for: 'liste' }, 'Niveau de la liste'), element('select', { id: 'liste' }, offered.map(code => option(code, levels.get(code).label, code === level))));
      choice?.querySelector('select').addEventListener('change', event => State.go({ liste: event.target.value }));
      const found = chosen.profile && chosen.degree ? { reason: chosen.missing } : await Territories.listOf(chosen, level);
      blocks.push({
        id: 'territoires-liste', title: `Liste : ${levels.get(level).label.toLowerCase()}`.replace(' :', '\u00a0:'), wide: true, controls: choice, reason: found.reason, table: found.table,
        notes: found.reason ? [] : [`${French.of(found.count, 'territoire montré', 'territoires montrés')}. Part : parmi les visites des lignes montrées${chosen.row ? `, soit ${French.share(found.sum, chosen.row.visits)} des visites` : ''}. Une personne active dans deux territoires est un utilisateur de chacun. Un code choisit son territoire.`],
      });
    }
    return blocks.length > 0 ? sectionOf('territoires', 'Territoires', blocksOf(blocks)) : null;
  }

  async function evolution(chosen, state) {
    const weeks = ofKind.get('week') ?? [];
    const title = 'D’une semaine à l’autre';
    const id = 'decomposition';
    const only = reason => sectionOf('evolution', 'Évolution', blocksOf([{ id, title, wide: true, reason }]));
    if (weeks.length < 2) return only('Une évolution demande deux semaines, et cette mesure n’en a pas deux.');
    if (chosen.profile && chosen.degree) return only(chosen.missing);
    const whole = weeks.filter(week => !week.isPartial);
    const find = text => weeks.find(week => French.iso(week.start) === text);
    const [after, before] = [find(state.a) ?? (chosen.period.kind === 'week' && chosen.period.rank > 0 ? chosen.period : whole[whole.length - 1] ?? weeks[weeks.length - 1]), find(state.de)];
    const from = before ?? weeks[Math.max(0, after.rank - 1)];
    const choice = (name, label, current) => {
      const select = element('select', { id: `semaine-${name}` }, weeks.map(week => option(French.iso(week.start), week.label + (week.isPartial ? ' (incomplète)' : ''), week === current)));
      select.addEventListener('change', () => State.go({ [name]: select.value }));
      return element('div', { class: 'field inline' }, element('label', { for: `semaine-${name}` }, label), select);
    };
    const controls = element('div', { class: 'choices' }, choice('de', 'De la', from), choice('a', 'à la', after));
    const found = from === after ? { reason: 'Choisissez deux semaines différentes.' } : await Territories.change(chosen, from, after);
    if (found.reason) return sectionOf('evolution', 'Évolution', blocksOf([{ id, title, wide: true, controls, reason: found.reason }]));
    const { totals, terms, without } = found;
    const steps = [
      { label: from.label, value: totals[0].visits, text: French.count(totals[0].visits), kind: 'total', what: 'Visites de départ' },
      { label: 'Établissements entrés', value: terms.entered, what: 'Périmètre\u00a0: établissements vus la seconde semaine seulement' },
      { label: 'Établissements sortis', value: -terms.left, what: 'Périmètre\u00a0: établissements vus la première semaine seulement' },
      ...(without !== 0 ? [{ label: 'Sans établissement', value: without, what: 'Visites dont l’établissement n’est pas connu' }] : []),
      { label: 'Utilisateurs', value: terms.effect[0], what: 'Établissements des deux semaines\u00a0: plus ou moins d’utilisateurs-semaines' },
      { label: 'Intensité', value: terms.effect[1], what: 'Établissements des deux semaines\u00a0: plus ou moins de visites par utilisateur-semaine' },
      { label: after.label, value: totals[1].visits, text: French.count(totals[1].visits), kind: 'total', what: 'Visites d’arrivée' },
    ].map(step => ({ kind: 'step', ...step, text: step.text ?? French.signed(step.value) }));
    const change = totals[1].visits - totals[0].visits;
    return sectionOf('evolution', 'Évolution', blocksOf([{
      id, title, wide: true, controls,
      notes: [
        `${French.signed(change)} visites (${French.change(totals[1].visits, totals[0].visits)}), décomposées exactement : périmètre, utilisateurs, intensité. ${French.of(terms.constant, 'établissement est', 'établissements sont')} dans les deux semaines.`,
        'Un utilisateur-semaine est un utilisateur d’un établissement dans une semaine : un volume qui divise les visites, et non un nombre de personnes, que la page n’additionne pas.',
        from.isPartial || after.isPartial ? 'Une des deux semaines est incomplète : son total ne se compare pas.' : '',
      ],
      chart: Charts.waterfall(`Décomposition de l’évolution des visites. ${steps.map(step => `${step.label}\u00a0: ${step.text}`).join('\u00a0; ')}.`, steps),
      table: table({
        id: 'decomposition', title: `Décomposition, ${from.label} à ${after.label}, ${chosen.place}`, sortable: false,
        columns: [{ label: 'Terme', text: true }, { label: 'Visites' }, { label: 'Ce que c’est', text: true }], rows: steps.map(step => [step.label, Page.cell(step.value, step.text), step.what]),
      }),
    }]));
  }

  // ---- Drawing

  // The filters and the charts of what stands on the page.
  function settle(chosen) {
    fillFilters(chosen);
    contents();
    Charts.drawAll();
  }

  // After the next frame; a page that nobody sees has none.
  const painted = () => Promise.race([new Promise(resolve => { requestAnimationFrame(() => setTimeout(resolve, 0)); }), new Promise(resolve => { setTimeout(resolve, 250); })]);

  let drawing = 0;
  async function render() {
    const turn = ++drawing;
    const state = State.read();
    const chosen = await chosenOf(state);
    const { days, section } = await attendance(chosen, state);
    const filter = [chosen.profile ? dimensions.get('profile').labels[dimensions.get('profile').index.get(chosen.profile)] : null, chosen.degree ? dimensions.get('school-level').labels[dimensions.get('school-level').index.get(chosen.degree)] : null].filter(Boolean);
    const heading = `${chosen.place}, ${chosen.period.label.charAt(0).toLowerCase()}${chosen.period.label.slice(1)}${filter.length > 0 ? `, ${filter.join(', ')}` : ''}`;
    const unknown = chosen.unknownTerritory === null ? null : reasonOf(`« ${French.visible(chosen.unknownTerritory)} » n’est pas sur cette page\u00a0: sans ligne${data.extract ? ', hors de cet extrait' : ''}${data.threshold > 0 ? ', ou masqué' : ''}. Voici ${chosen.place}.`);
    const key = sectionOf('chiffres-cles', 'Chiffres clés', element('p', { class: 'heading' }, heading), unknown, chosen.row ? element('div', { class: 'cards' }, await Figures.cards(chosen, days)) : reasonOf(chosen.missing));
    const place = byId('chiffres');
    if (turn !== drawing) return;
    const isFirst = place.childElementCount === 0;
    if (isFirst) {
      // What is read first is painted first; a choice that is made later replaces all at once, so that nothing moves under the reader.
      place.append(key, section);
      await fillTerritories(chosen);
      settle(chosen);
      performance.mark('shown');
      await painted();
    }
    const breakdowns = (await Figures.sections(chosen)).map(({ id, title, blocks }) => sectionOf(id, title, blocksOf(blocks)));
    // It may read the rows of all establishments: the rest does not wait for it.
    const waiting = sectionOf('evolution', 'Évolution', element('p', { class: 'reason' }, 'Calcul en cours…'));
    const later = [waiting, ...breakdowns, await territorial(chosen, state)].filter(Boolean);
    if (turn !== drawing) return;
    const hadFocus = place.contains(document.activeElement) ? document.activeElement.id : null;
    if (isFirst) place.append(...later);
    else place.replaceChildren(key, section, ...later);
    fixed();
    if (!isFirst) await fillTerritories(chosen);
    settle(chosen);
    if (hadFocus !== null && byId(hadFocus)) byId(hadFocus).focus();
    const changed = await evolution(chosen, state);
    if (turn !== drawing) return;
    waiting.replaceWith(changed);
    Charts.drawAll();
    if (hadFocus !== null && document.activeElement === document.body) (byId(hadFocus) ?? byId('titre-chiffres-cles')).focus();
    document.documentElement.dataset.shown = location.hash;
    byId('annonce').textContent = `Chiffres montrés\u00a0: ${heading}. ${chosen.row ? `${French.of(chosen.row.visits, 'visite', 'visites')}, ${French.of(chosen.row.users, 'utilisateur', 'utilisateurs')}.` : chosen.missing}`;
  }

  // Sections are reached without a word in the address, which is the choice's.
  function contents() {
    byId('sommaire').replaceChildren(...[...document.querySelectorAll('section.part')].map(part => {
      const link = element('a', { href: '#' }, part.querySelector('h2').textContent);
      link.addEventListener('click', event => { event.preventDefault(); reach(byId(`titre-${part.id}`)); });
      return link;
    }));
  }
  function reach(target) {
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  }
  document.querySelector('.skip').addEventListener('click', event => { event.preventDefault(); reach(byId('contenu')); });

  function head() {
    byId('faits').append(...data.facts.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))));
    if (data.warnings.length > 0) {
      byId('avertissements').append(element('div', { class: 'warnings', role: 'note', 'aria-label': 'Avertissements' }, element('p', { class: 'warnings-title' }, data.warnings.length > 1 ? 'Avertissements' : 'Avertissement'), element('ul', {}, data.warnings.map(text => element('li', {}, text)))));
    }
  }

  // What no choice changes, once.
  function fixed() {
    if (byId('fixes').childElementCount > 0) return;
    byId('fixes').append(...data.sections.map(({ id, title, blocks }) => sectionOf(id, title, blocksOf(blocks.map(block => ({
      id: block.id, title: block.title, notes: block.notes, wide: true,
      table: table({
        id: block.id, title: block.title, sortable: block.sortable,
        columns: block.columns.map((label, at) => ({ label, text: block.textColumns.includes(at) })),
        rows: block.rows.map(row => row.map(cell => typeof cell === 'string' ? cell : Page.cell(cell[0], cell[1]))),
      }),
    }))))));
  }

  // On paper: every table of moderate length, every definition, in light colours.
  let printing = false;
  let closed = [];
  addEventListener('beforeprint', () => {
    printing = true;
    closed = [...document.querySelectorAll('details:not([open])')].filter(node => node.querySelectorAll('tr').length <= 60);
    closed.forEach(node => { node.open = true; });
  });
  addEventListener('afterprint', () => {
    closed.forEach(node => { node.open = false; });
    setTimeout(() => { printing = false; }, 0);
  });

  async function start() {
    head();
    if (data.notice === '' && periods.length > 0) {
      byId('filtres').hidden = false;
      addEventListener('hashchange', () => render());
      await render();
    } else {
      if (data.notice) byId('chiffres').append(element('p', { class: 'notice' }, data.notice));
      fixed();
      contents();
    }
    document.documentElement.dataset.ready = 'true';
    performance.mark('ready');
  }
  start();
})();
