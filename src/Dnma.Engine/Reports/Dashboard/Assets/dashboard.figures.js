// What: key figures and breakdowns of the chosen row. Shares are of visits or hits, which add up; users never do.
const Figures = (() => {
  'use strict';

  const { element, table, cell } = Page;
  const { data, dimensions } = Rows;
  const sum = (rows, figure) => rows.reduce((total, row) => total + row[figure], 0);
  const isKnown = dimension => row => dimension.codes[row.modality] !== 'inconnu';
  const none = cell(null, French.nothing);

  // The rows of a breakdown of the chosen territory; or why there are none.
  async function partsOf(chosen, code) {
    const slice = await Rows.slice(chosen.period, chosen.level, code);
    const rows = slice?.of(chosen.territory) ?? [];
    const dimension = dimensions.get(code);
    return rows.length > 0 ? { dimension, rows } : { dimension, rows, reason: Rows.why(chosen.period, chosen.level, code, slice) };
  }

  const crossed = (chosen, what) => `Les tables ne croisent pas ${what} avec ${chosen.profile && chosen.degree ? 'le profil et le degré' : chosen.profile ? 'le profil' : 'le degré'}\u00a0: aucune ligne ne porte ces chiffres, et ils ne se déduisent pas d’autres.`;

  // ---- Key figures

  function share(part, whole) { return { value: whole > 0 ? part / whole : null, text: French.share(part, whole) }; }

  function figuresOf(row) {
    return {
      visits: { value: row.visits, text: French.count(row.visits) },
      users: { value: row.users, text: French.count(row.users) },
      pages: { value: row.pages, text: French.count(row.pages) },
      time: { value: row.timed > 0 ? row.duration / row.timed : null, text: French.duration(row.duration, row.timed) },
      depth: { value: row.visits > 0 ? row.pages / row.visits : null, text: French.mean(row.pages, row.visits) },
      bounces: share(row.bounces, row.visits),
      flash: share(row.flash, row.visits),
    };
  }

  async function coverage(chosen, row) {
    const missing = reason => ({ text: French.nothing, basis: reason });
    const whole = row.visits;
    const cards = [];
    const isWhole = rows => sum(rows, 'visits') === whole;
    const partly = 'des lignes nécessaires ne sont pas sur cette page';
    let devices = [];
    let reason = null;
    if (chosen.degree) reason = 'non compté par degré';
    else if (chosen.profile) {
      const parts = await partsOf(chosen, 'profile-device');
      devices = parts.rows.map(part => ({ ...part, code: parts.dimension.codes[part.modality] })).filter(part => part.code.startsWith(`${chosen.profile}_`)).map(part => ({ ...part, code: part.code.slice(chosen.profile.length + 1) }));
    } else {
      const parts = await partsOf(chosen, 'device');
      devices = parts.rows.map(part => ({ ...part, code: parts.dimension.codes[part.modality] }));
    }
    const known = devices.filter(part => part.code !== 'inconnu');
    const mobile = known.filter(part => part.code === 'smartphone' || part.code === 'tablette');
    cards.push({
      id: 'part-mobile', label: 'Part mobile', definition: 'Visites sur smartphone ou tablette, parmi les seules visites dont l’appareil est connu.',
      ...(reason || devices.length === 0 ? missing(reason ?? 'non calculé dans cette mesure') : !isWhole(devices) ? missing(partly)
        : { ...share(sum(mobile, 'visits'), sum(known, 'visits')), basis: `appareil connu pour ${French.share(sum(known, 'visits'), whole)} des visites` }),
    });
    const profiles = chosen.profile || chosen.degree ? null : await partsOf(chosen, 'profile');
    const named = profiles?.rows.filter(isKnown(profiles.dimension)) ?? [];
    cards.push({
      id: 'profil-connu', label: 'Profil connu', definition: 'Part des visites dont un hit au moins dit le profil de la personne, parmi toutes les visites.',
      ...(profiles === null ? missing('se lit sans filtre de profil ni de degré') : profiles.reason ? missing('non calculé dans cette mesure') : !isWhole(profiles.rows) ? missing(partly)
        : { ...share(sum(named, 'visits'), whole), basis: `${French.of(sum(named, 'visits'), 'visite', 'visites')} sur ${French.count(whole)}` }),
    });
    const apart = chosen.level === 'national' && !chosen.profile && !chosen.degree ? chosen.period.apart : undefined;
    cards.push({
      id: 'etablissement-connu', label: 'Établissement connu', definition: 'Part des visites dont un hit au moins dit l’établissement, parmi toutes les visites.',
      ...(apart === undefined ? missing(chosen.level === 'national' && !chosen.profile && !chosen.degree ? 'non calculé dans cette mesure' : 'se lit pour la France entière, sans filtre') : { ...share(whole - apart, whole), basis: `${French.of(whole - apart, 'visite', 'visites')} sur ${French.count(whole)}` }),
    });
    return cards;
  }

  async function cards(chosen, days) {
    const { row } = chosen;
    const now = figuresOf(row);
    const before = Rows.ofKind.get(chosen.period.kind)[chosen.period.rank - 1] ?? null;
    const earlier = before ? (await Rows.slice(before, chosen.level, chosen.dimension))?.find(chosen.territory, chosen.modality) ?? null : null;
    const isCut = before !== null && (before.isPartial || chosen.period.isPartial);
    const versus = figure => earlier ? { text: `${French.change(row[figure], earlier[figure])} par rapport à la période précédente (${before.label}${isCut ? '\u00a0; période incomplète' : ''})`, value: row[figure] - earlier[figure] } : null;
    const sparks = figure => days.length > 1 && days.length <= 62 && !days.some(day => day.missing) ? Charts.spark(days.map(day => day[figure])) : null;
    return [
      { id: 'visites', label: 'Visites', ...now.visits, basis: French.of(row.hits, 'hit qualifié', 'hits qualifiés'), versus: versus('visits'), spark: sparks('visits'), definition: 'Suite de hits d’une même personne (d’un même navigateur sous la norme Piano), sans interruption qui atteigne la limite de la norme\u00a0: 30 minutes dans les normes livrées. Une visite compte le jour où elle commence.' },
      { id: 'utilisateurs', label: 'Utilisateurs', ...now.users, basis: 'personnes distinctes, comptées exactement', versus: versus('users'), spark: sparks('users'), definition: 'Personnes distinctes ayant fait au moins une visite dans la période. Ce nombre ne s’obtient jamais en additionnant des jours, des semaines ou des établissements.' },
      { id: 'pages-vues', label: 'Pages vues', ...now.pages, basis: `${French.share(row.pages, row.hits)} des hits qualifiés`, versus: versus('pages'), spark: sparks('pages'), definition: 'Hits que la norme compte comme pages vues.' },
      { id: 'temps-par-visite', label: 'Temps par visite', ...now.time, basis: `min:s, sur ${French.share(row.timed, row.visits)} des visites`, definition: 'Somme des durées divisée par le nombre de visites dont la norme mesure la durée. Le temps passé sur la dernière page n’est pas connu.' },
      { id: 'pages-par-visite', label: 'Pages par visite', ...now.depth, basis: 'sur toutes les visites', definition: 'Pages vues divisées par les visites.' },
      { id: 'rebond', label: 'Taux de rebond', ...now.bounces, basis: `${French.of(row.bounces, 'visite', 'visites')} sur ${French.count(row.visits)}`, definition: 'Part des visites d’une page vue au plus (sous la norme Matomo\u00a0: d’une action au plus), parmi toutes les visites.' },
      { id: 'visites-eclair', label: 'Visites éclair', ...now.flash, basis: `${French.of(row.flash, 'visite', 'visites')} sur ${French.count(row.visits)}`, definition: 'Part des visites dont la durée ne dépasse pas la limite de la norme (30 secondes dans les normes livrées), parmi toutes les visites.' },
      ...await coverage(chosen, row),
    ].map(card => element(
      'div',
      { class: 'card', id: card.id },
      element('h3', {}, card.label),
      element('p', { class: 'figure' }, card.text),
      element('p', { class: 'basis' }, row.visits > 0 || card.text === French.nothing ? card.basis : ''),
      card.versus ? element('p', { class: card.versus.value < 0 ? 'versus down' : card.versus.value > 0 ? 'versus up' : 'versus' }, card.versus.text) : null,
      card.spark ?? null,
      element('details', { id: `definition-${card.id}` }, element('summary', {}, 'Définition', element('span', { class: 'hidden' }, `\u00a0: ${card.label}`)), element('p', {}, card.definition))));
  }

  // ---- Breakdowns

  const columns = (first, time = 'Temps par visite') => [{ label: first, text: true }, { label: 'Visites' }, { label: 'Part' }, { label: 'Utilisateurs' }, { label: time }];
  const lineOf = (label, row, whole, denominator, isCurrent) => [
    isCurrent ? { value: label, text: label, current: true } : label,
    cell(row.visits, French.count(row.visits)),
    whole === null ? none : cell(whole > 0 ? row.visits / whole : null, French.share(row.visits, whole)),
    cell(row.users, French.count(row.users)),
    cell(denominator > 0 ? row.duration / denominator : null, French.duration(row.duration, denominator)),
  ];
  const ranked = rows => [...rows].sort((left, right) => right.visits - left.visits || left.modality - right.modality);
  const hiddenNote = dimension => dimension.hidden > 0 ? [`Les libellés des ${French.count(dimension.codes.length)} plus visités\u00a0; ${French.of(dimension.hidden, 'autre est', 'autres sont')} dans indicators.csv.`] : [];

  function barsOf(title, rows, labelOf, whole, current = null) {
    if (!(sum(rows, 'visits') > 0)) return null;
    const shown = rows.slice(0, 25).map(row => ({ label: labelOf(row), value: row.visits, text: `${French.count(row.visits)} · ${French.share(row.visits, whole)}`, current: row.modality === current }));
    return Charts.bars(`${title}, en visites. En tête\u00a0: ${shown.slice(0, 3).map(row => `${row.label} ${row.text}`).join('\u00a0; ')}. Tous les chiffres sont dans le tableau.`, shown);
  }

  // A dimension whose parts add up to the visits.
  async function partition(chosen, code, id, title, column, what, current = null) {
    const parts = await partsOf(chosen, code);
    if (parts.reason) return { id, title, reason: parts.reason };
    const { dimension } = parts;
    const rows = ranked(parts.rows.filter(isKnown(dimension)));
    const unknown = parts.rows.filter(row => !isKnown(dimension)(row));
    const known = sum(rows, 'visits');
    const whole = chosen.total;
    const isWhole = whole !== null && sum(parts.rows, 'visits') === whole.visits;
    const label = row => dimension.labels[row.modality];
    return {
      id, title,
      notes: [whole === null ? '' : `Part\u00a0: parmi les visites ${isWhole ? `${what} connu` : 'des lignes montrées'}, soit ${French.share(known, whole.visits)} des visites.`, ...hiddenNote(dimension)],
      chart: barsOf(title, rows, label, known, current),
      table: table({
        id, title: `${title}, ${chosen.period.label}, ${chosen.place}`, columns: columns(column),
        rows: rows.map(row => lineOf(label(row), row, known, row.timed, row.modality === current)),
        apart: unknown.map(row => lineOf('Inconnu', row, null, row.timed)),
        total: whole === null ? null : lineOf('Toutes les visites', whole, null, whole.timed),
      }),
    };
  }

  // Parts of a dimension of which a visit may have several.
  async function uses(chosen, code, id, title, column) {
    const parts = await partsOf(chosen, code);
    if (parts.reason) return { id, title, reason: parts.reason };
    const { dimension } = parts;
    const whole = chosen.total?.hits ?? null;
    const line = (label, row) => [label, cell(row.visits, French.count(row.visits)), cell(row.users, French.count(row.users)), cell(row.hits, French.count(row.hits)), whole === null ? none : cell(whole > 0 ? row.hits / whole : null, French.share(row.hits, whole))];
    const rows = ranked(parts.rows.filter(isKnown(dimension)));
    return {
      id, title,
      notes: ['Une visite compte une fois dans chaque ligne qu’elle a utilisée\u00a0: les visites ne s’additionnent pas. Part\u00a0: parmi tous les hits qualifiés.', ...hiddenNote(dimension)],
      table: table({
        id, title: `${title}, ${chosen.period.label}, ${chosen.place}`, columns: [{ label: column, text: true }, { label: 'Visites' }, { label: 'Utilisateurs' }, { label: 'Hits' }, { label: 'Part des hits' }],
        rows: rows.map(row => line(dimension.labels[row.modality], row)), apart: parts.rows.filter(row => !isKnown(dimension)(row)).map(row => line('Inconnu', row)),
      }),
    };
  }

  async function services(chosen) {
    const [id, title] = ['services-utilises', 'Services utilisés'];
    const parts = await partsOf(chosen, 'service');
    if (parts.reason) return { id, title, reason: parts.reason };
    const { dimension } = parts;
    const isPublished = row => dimension.published[row.modality] === 1;
    const rows = ranked(parts.rows.filter(isPublished));
    const apart = ranked(parts.rows.filter(row => !isPublished(row)));
    const visits = sum(rows, 'visits');
    const strangers = apart.filter(row => !['inconnu', 'page_ent'].includes(dimension.codes[row.modality])).length;
    const label = row => dimension.labels[row.modality];
    const line = (row, whole) => [...lineOf(label(row), row, whole, row.visits), cell(row.hits, French.count(row.hits))];
    return {
      id, title, tall: true,
      notes: [
        `Part\u00a0: parmi les ${French.of(visits, 'visite', 'visites')} des services publiés montrés, la somme faisant 100${French.narrow}%\u00a0; une visite compte une fois dans chaque service utilisé.`,
        chosen.total === null ? '' : `Ces services portent ${French.share(sum(rows, 'hits'), chosen.total.hits)} des hits qualifiés\u00a0; les autres lignes sont à part, sous le tableau.`,
        strangers > 0 ? `${French.of(strangers, 'libellé', 'libellés')} hors de la nomenclature des services, à contrôler.` : '',
        ...hiddenNote(dimension),
      ],
      chart: barsOf('Services publiés', rows, label, visits),
      table: table({
        id, title: `${title}, ${chosen.period.label}, ${chosen.place}`, columns: [...columns('Service', 'Temps par visite du service'), { label: 'Hits' }],
        rows: rows.map(row => line(row, visits)), apart: apart.map(row => line(row, null)),
      }),
    };
  }

  const deviceCodes = ['ordinateur', 'smartphone', 'tablette', 'autreappareil'];
  const deviceNames = ['Ordinateur', 'Smartphone', 'Tablette', 'Autre appareil'];
  const profileOrder = ['eleve', 'parent', 'enseignant', 'admin_vie_scol_tech', 'autre', 'collectivite', 'inconnu'];

  async function profileDevices(chosen) {
    const [id, title] = ['profils-par-appareil', 'Appareils de chaque profil'];
    const parts = await partsOf(chosen, 'profile-device');
    if (parts.reason) return { id, title, reason: parts.reason };
    const visits = new Map(parts.rows.map(row => [parts.dimension.codes[row.modality], row.visits]));
    if (chosen.total !== null && sum(parts.rows, 'visits') !== chosen.total.visits) return { id, title, reason: 'Des lignes de cette répartition ne sont pas sur cette page\u00a0: un profil y semblerait sans appareil.' };
    const profiles = dimensions.get('profile');
    const rows = profileOrder.map(profile => {
      const byDevice = deviceCodes.map(device => visits.get(`${profile}_${device}`) ?? 0);
      const known = byDevice.reduce((total, part) => total + part, 0);
      const at = profiles?.index.get(profile);
      return { profile, label: profile === 'inconnu' ? 'Inconnu' : at === undefined ? profile : profiles.labels[at], byDevice, known, all: known + (visits.get(`${profile}_inconnu`) ?? 0) };
    }).filter(row => row.all > 0);
    const drawn = rows.filter(row => row.known > 0);
    const mobile = row => French.share(row.byDevice[1] + row.byDevice[2], row.known);
    return {
      id, title, wide: true,
      notes: ['Graphique et part mobile\u00a0: parmi les visites du profil dont l’appareil est connu. « Appareil connu »\u00a0: parmi toutes les visites du profil. Les autres colonnes sont des visites.'],
      chart: drawn.length === 0 ? null : Charts.stack(
        `Répartition des visites de chaque profil par appareil connu. Part mobile\u00a0: ${drawn.map(row => `${row.label} ${mobile(row)}`).join('\u00a0; ')}. Tous les chiffres sont dans le tableau.`,
        drawn.map(row => ({ label: row.label, parts: row.byDevice, current: row.profile === chosen.profile })), deviceNames),
      table: table({
        id, title: `${title}, ${chosen.period.label}, ${chosen.place}`,
        columns: [{ label: 'Profil', text: true }, ...deviceNames.map(label => ({ label })), { label: 'Appareil inconnu' }, { label: 'Appareil connu' }, { label: 'Part mobile' }],
        rows: rows.map(row => [
          { value: row.label, text: row.label, current: row.profile === chosen.profile }, ...row.byDevice.map(part => cell(part, French.count(part))), cell(row.all - row.known, French.count(row.all - row.known)),
          cell(row.known / row.all, French.share(row.known, row.all)), cell(row.known > 0 ? (row.byDevice[1] + row.byDevice[2]) / row.known : null, mobile(row)),
        ]),
      }),
    };
  }

  // First and second degree beside each other, measure by measure.
  async function degrees(chosen) {
    const [id, title] = ['degres', 'Premier et second degré'];
    const parts = await partsOf(chosen, 'school-level');
    if (parts.reason) return { id, title, reason: parts.reason };
    const { dimension } = parts;
    const rows = parts.rows.filter(isKnown(dimension));
    const known = sum(rows, 'visits');
    const current = chosen.degree ? dimension.index.get(chosen.degree) : null;
    const label = row => dimension.labels[row.modality];
    const measure = (name, value, text) => ({ label: name, rows: rows.map(row => ({ label: label(row), value: value(row) || 0, text: text(row), current: row.modality === current })) });
    const ratio = (part, whole) => whole > 0 ? part / whole : 0;
    const measures = [
      measure('Visites', row => row.visits, row => French.count(row.visits)),
      measure('Utilisateurs', row => row.users, row => French.count(row.users)),
      measure('Visites par utilisateur', row => ratio(row.visits, row.users), row => French.mean(row.visits, row.users)),
      measure('Pages par visite', row => ratio(row.pages, row.visits), row => French.mean(row.pages, row.visits)),
      measure('Temps par visite', row => ratio(row.duration, row.timed), row => French.duration(row.duration, row.timed)),
      measure('Taux de rebond', row => ratio(row.bounces, row.visits), row => French.share(row.bounces, row.visits)),
    ];
    const line = (name, row, whole, isCurrent) => [
      ...lineOf(name, row, whole, row.timed, isCurrent),
      cell(row.users > 0 ? row.visits / row.users : null, French.mean(row.visits, row.users)), cell(row.visits > 0 ? row.pages / row.visits : null, French.mean(row.pages, row.visits)), cell(row.visits > 0 ? row.bounces / row.visits : null, French.share(row.bounces, row.visits)),
    ];
    return {
      id, title, wide: true,
      notes: ['Chaque mesure a sa propre échelle. Une personne des deux degrés est un utilisateur de chacun.'],
      chart: rows.length > 0 ? Charts.pairs('Premier et second degré côte à côte', measures) : null,
      table: table({
        id, title: `${title}, ${chosen.period.label}, ${chosen.place}`, columns: [...columns('Degré'), { label: 'Visites par utilisateur' }, { label: 'Pages par visite' }, { label: 'Taux de rebond' }],
        rows: rows.map(row => line(label(row), row, known, row.modality === current)), apart: parts.rows.filter(row => !isKnown(dimension)(row)).map(row => line('Inconnu', row, null)),
        total: chosen.total === null ? null : line('Toutes les visites', chosen.total, null),
      }),
    };
  }

  // Devices of everybody, or those of one profile, which the tables cross.
  async function devices(chosen) {
    const [id, title] = ['appareils', 'Appareils'];
    if (chosen.degree) return { id, title, reason: crossed(chosen, 'les appareils') };
    if (!chosen.profile) return partition(chosen, 'device', id, title, 'Appareil', 'dont l’appareil est');
    const parts = await partsOf(chosen, 'profile-device');
    if (parts.reason) return { id, title, reason: parts.reason };
    const codes = parts.dimension.codes;
    const own = ranked(parts.rows.filter(row => codes[row.modality].startsWith(`${chosen.profile}_`)));
    const deviceOf = row => codes[row.modality].slice(chosen.profile.length + 1);
    const label = row => deviceNames[deviceCodes.indexOf(deviceOf(row))] ?? deviceOf(row);
    const rows = own.filter(row => deviceOf(row) !== 'inconnu');
    if (own.length === 0) return { id, title, reason: Rows.why(chosen.period, chosen.level, 'profile-device', true) };
    const known = sum(rows, 'visits');
    return {
      id, title, notes: [chosen.row ? `Part\u00a0: parmi les visites du profil dont l’appareil est connu, soit ${French.share(known, chosen.row.visits)} de ses visites.` : ''],
      chart: barsOf(title, rows, label, known),
      table: table({
        id, title: `${title}, ${chosen.period.label}, ${chosen.place}`, columns: columns('Appareil'), rows: rows.map(row => lineOf(label(row), row, known, row.timed)),
        apart: own.filter(row => deviceOf(row) === 'inconnu').map(row => lineOf('Inconnu', row, null, row.timed)), total: chosen.row ? lineOf('Toutes les visites du profil', chosen.row, null, chosen.row.timed) : null,
      }),
    };
  }

  async function objects(chosen) {
    const [id, title] = ['objets-connectes', 'Objets connectés'];
    const parts = await partsOf(chosen, 'connected-object');
    if (parts.reason) return { id, title, reason: parts.reason };
    const { dimension } = parts;
    const isObject = row => !['aucun', 'inconnu'].includes(dimension.codes[row.modality]);
    const whole = chosen.total?.visits ?? null;
    const line = row => lineOf(dimension.labels[row.modality], row, whole, row.timed);
    return {
      id, title, wide: true, notes: ['Part\u00a0: parmi toutes les visites. Enceintes, écrans, véhicules et autres objets reconnus à leur signature.'],
      table: table({ id, title: `${title}, ${chosen.period.label}, ${chosen.place}`, columns: columns('Objet'), rows: ranked(parts.rows.filter(isObject)).map(line), apart: parts.rows.filter(row => !isObject(row)).map(line) }),
    };
  }

  // A breakdown that the tables do not cross with the filters says so.
  const only = (chosen, id, title, what, make) => chosen.profile || chosen.degree ? Promise.resolve({ id, title, reason: crossed(chosen, what) }) : make();

  async function sections(chosen) {
    const custom = [...dimensions.values()].filter(dimension => dimension.custom && dimension.code !== 'local-hour');
    const has = code => dimensions.has(code);
    const profileAt = chosen.profile ? dimensions.get('profile').index.get(chosen.profile) : null;
    const all = [
      ['services', 'Services', [
        has('service') && only(chosen, 'services-utilises', 'Services utilisés', 'les services', () => services(chosen)),
        has('type') && only(chosen, 'types', 'Services natifs et services tiers', 'les types de service', () => uses(chosen, 'type', 'types', 'Services natifs et services tiers', 'Type')),
        has('tool') && only(chosen, 'outils', 'Outils tiers', 'les outils', () => uses(chosen, 'tool', 'outils', 'Outils tiers', 'Outil')),
      ]],
      ['profils-appareils', 'Profils et appareils', [
        has('profile') && (chosen.degree ? { id: 'profils', title: 'Profils', reason: crossed({ degree: true }, 'les profils') } : partition(chosen, 'profile', 'profils', 'Profils', 'Profil', 'dont le profil est', profileAt)),
        (has('device') || has('profile-device')) && devices(chosen),
        has('profile-device') && (chosen.degree ? { id: 'profils-par-appareil', title: 'Appareils de chaque profil', reason: crossed({ degree: true }, 'les appareils') } : profileDevices(chosen)),
        has('school-level') && (chosen.profile ? { id: 'degres', title: 'Premier et second degré', reason: crossed({ profile: true }, 'le degré') } : degrees(chosen)),
      ]],
      ['equipements', 'Équipements', [
        has('os') && only(chosen, 'systemes', 'Systèmes d’exploitation', 'les systèmes', () => partition(chosen, 'os', 'systemes', 'Systèmes d’exploitation', 'Système', 'dont le système est')),
        has('browser') && only(chosen, 'navigateurs', 'Navigateurs', 'les navigateurs', () => partition(chosen, 'browser', 'navigateurs', 'Navigateurs', 'Navigateur', 'dont le navigateur est')),
        has('connected-object') && only(chosen, 'objets-connectes', 'Objets connectés', 'les objets connectés', () => objects(chosen)),
      ]],
      ['autres', 'Autres répartitions', custom.map((dimension, at) => only(chosen, `autre-${at}`, dimension.label, 'cette répartition', () => uses(chosen, dimension.code, `autre-${at}`, dimension.label, 'Modalité')))],
    ];
    const made = await Promise.all(all.map(async ([id, title, blocks]) => ({ id, title, blocks: (await Promise.all(blocks)).filter(Boolean) })));
    return made.filter(section => section.blocks.length > 0);
  }

  return { cards, sections, crossed };
})();

