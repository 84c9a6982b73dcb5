
// When in the week: days by hours on local clocks, where the measurement counted them. A visit counts in each hour that it has a hit in, so nothing here is added up.
const Hours = (() => {
  'use strict';

  const { element, table, cell } = Page;
  const { data, dimensions } = Rows;
  const code = 'local-hour';
  const days = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
  // Always shown, so that two maps can be laid beside each other; others where something was counted.
  const [firstHour, lastHour] = [7, 21];
  const measures = [['visites', 'visits', 'Visites'], ['utilisateurs', 'users', 'Utilisateurs']];

  const hourOf = text => {
    const found = /^([1-7])-([01]\d|2[0-3])$/.exec(text);
    return found ? { day: Number(found[1]) - 1, hour: Number(found[2]) } : null;
  };

  // How often each day of the week lies in a period, Monday first.
  function timesOf(period) {
    const times = [0, 0, 0, 0, 0, 0, 0];
    const [from, to] = data.range[1] > data.range[0] ? [Math.max(period.start, data.range[0]), Math.min(period.end, data.range[1])] : [period.start, period.end];
    for (let day = from; day < to; day++) times[(French.weekdayOf(day) + 6) % 7]++;
    return times;
  }

  // A cell has room for five digits.
  const inCell = value => value < 1e5 ? French.count(value) : value < 1e6 ? `${French.count(Math.round(value / 1e3))}${French.narrow}k` : French.short(value);

  function map(found, shown, hours, figure, name) {
    const most = Math.max(1, ...found.map(row => row[figure]));
    const at = new Map(found.map(row => [row.day * 24 + row.hour, row]));
    return element(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `${name} par jour de la semaine et par heure` },
      element(
        'table',
        { class: 'heat hours' },
        element('caption', {}, `${name} par jour de la semaine et par heure`),
        element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'Jour'), hours.map(hour => element('th', { scope: 'col' }, `${hour}\u00a0h`)))),
        element('tbody', {}, shown.map(day => element(
          'tr',
          {},
          element('th', { scope: 'row' }, days[day]),
          hours.map(hour => {
            const row = at.get(day * 24 + hour);
            const when = `${days[day]}, de ${hour}\u00a0h à ${hour + 1}\u00a0h`;
            if (!row) return data.threshold > 0 ? element('td', { class: 'none', title: `${when}\u00a0: masqué, ou rien de compté` }, French.nothing) : element('td', { class: 'shade-0', title: `${when}\u00a0: rien de compté` }, '0');
            const shade = row[figure] === 0 ? 0 : Math.min(5, 1 + Math.floor(row[figure] / most * 4.9999));
            return element('td', { class: `shade-${shade}`, title: `${when}\u00a0: ${French.of(row.visits, 'visite', 'visites')}, ${French.of(row.users, 'utilisateur', 'utilisateurs')}` }, inCell(row[figure]));
          }))))));
  }

  async function block(chosen, state) {
    const [id, title] = ['heures', 'La semaine heure par heure'];
    if (!dimensions.has(code)) return { id, title, wide: true, notes: ['Les heures ne sont pas comptées dans cette mesure : mesurez avec « --custom local-hour » pour avoir ici la carte des jours et des heures.'] };
    if (chosen.profile || chosen.degree) return { id, title, wide: true, reason: Figures.crossed(chosen, 'les heures') };
    const slice = await Rows.slice(chosen.period, chosen.level, code);
    const { codes } = dimensions.get(code);
    const found = (slice?.of(chosen.territory) ?? []).map(row => ({ ...row, ...hourOf(codes[row.modality]) })).filter(row => row.hour !== undefined);
    if (found.length === 0) return { id, title, wide: true, reason: Rows.why(chosen.period, chosen.level, code, slice) };
    const [name, figure, label] = measures.find(([value]) => value === state.heures) ?? measures[0];
    const times = timesOf(chosen.period);
    const shown = days.map((_, day) => day).filter(day => times[day] > 0 || found.some(row => row.day === day));
    const [from, to] = [Math.min(firstHour, ...found.map(row => row.hour)), Math.max(lastHour, ...found.map(row => row.hour))];
    const hours = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    const top = found.reduce((best, row) => row[figure] > best[figure] ? row : best, found[0]);
    const controls = element('fieldset', { class: 'steps' }, element('legend', {}, 'Nombre de'), measures.map(([value, , text]) => {
      const input = element('input', { type: 'radio', name: 'heures', value, id: `heures-${value}`, checked: value === name });
      input.addEventListener('change', () => State.go({ heures: value === measures[0][0] ? '' : value }));
      return element('span', {}, input, element('label', { for: `heures-${value}` }, text));
    }));
    return {
      id, title, wide: true, controls,
      notes: [
        `Heures de ${French.visible(data.timeZone)}. Maximum : ${days[top.day]} de ${top.hour}\u00a0h à ${top.hour + 1}\u00a0h, ${figure === 'visits' ? French.of(top.visits, 'visite', 'visites') : French.of(top.users, 'utilisateur', 'utilisateurs')}. Plus une case est foncée, plus son chiffre est grand.`,
        'Une visite et une personne comptent une fois dans chaque heure où elles ont un hit : rien ne s’additionne d’une heure à l’autre.',
        shown.some(day => times[day] !== times[shown[0]]) ? `La période n’a pas autant de fois chaque jour : ${shown.map(day => `${days[day]} ${times[day]}`).join(', ')}.` : '',
        found.some(row => row[figure] >= 1e5) ? `Dans la carte, k et M sont des milliers et des millions, arrondis ; le tableau a les chiffres exacts.` : '',
      ],
      chart: map(found, shown, hours, figure, label),
      table: table({
        id, title: `${title}, ${chosen.period.label}, ${chosen.place}`,
        columns: [{ label: 'Jour et heure', text: true }, { label: 'Visites' }, { label: 'Utilisateurs' }, { label: 'Pages vues' }, { label: 'Hits' }],
        rows: found.sort((left, right) => left.day * 24 + left.hour - right.day * 24 - right.hour).map(row => [
          cell(row.day * 24 + row.hour, `${days[row.day]} ${row.hour}\u00a0h`),
          ...['visits', 'users', 'pages', 'hits'].map(count => cell(row[count], French.count(row[count]))),
        ]),
      }),
    };
  }

  return { block };
})();
