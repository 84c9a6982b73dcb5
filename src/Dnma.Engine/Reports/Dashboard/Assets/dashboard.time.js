// Visits and users over time, with the holidays of each zone above; the days of each week as a calendar.
const Time = (() => {
  'use strict';

  const { shape, titled, widthOf } = Charts;
  const { data, periods } = Rows;
  const isWeekend = day => [0, 6].includes(French.weekdayOf(day));

  // Holidays as lanes: those of the territory's own zone stand out.
  const closedIn = (from, to) => data.zones.filter(zone => zone.holidays.some(([first, end]) => first < to && end > from));
  function lanes(zones, from, to, place, step, own) {
    return zones.map((zone, lane) => {
      const y = lane * 15;
      return [
        shape('text', { x: 0, y: y + 11, class: own === null || own === zone.code ? 'lane strong' : 'lane' }, zone.code.length === 1 ? `Zone ${zone.code}` : zone.code),
        zone.holidays.filter(([first, end]) => first < to && end > from).map(([first, end, name]) => {
          const [x, long] = [place(Math.max(first, from)), (Math.min(end, to) - Math.max(first, from)) * step];
          return titled(shape(
            'g',
            {},
            shape('rect', { x, y: y + 1, width: long, height: 12, class: own === null || own === zone.code ? 'holiday own' : 'holiday' }),
            long > widthOf(name, '10px') + 8 ? shape('text', { x: x + long / 2, y: y + 10.5, class: 'lane-name', 'text-anchor': 'middle' }, name) : null), `Vacances (${name}), ${zone.code.length === 1 ? `zone ${zone.code}` : zone.code}\u00a0: du ${French.date(first)} au ${French.date(end - 1)}`);
        }),
      ];
    });
  }

  // rows: [{ period, visits, users } or { period, missing }], one after the other; a gap is drawn as one.
  function chart(rows, kind, own, chosen) {
    const known = rows.filter(row => !row.missing);
    const peak = known.reduce((best, row) => row.visits > best.visits ? row : best, known[0]);
    const described = `Visites et utilisateurs par ${Rows.kinds[kind]}, de « ${rows[0].period.label} » à « ${rows[rows.length - 1].period.label} ». `
      + `Maximum\u00a0: ${French.of(peak.visits, 'visite', 'visites')} et ${French.of(peak.users, 'utilisateur', 'utilisateurs')}, « ${peak.period.label} ». Tous les chiffres sont dans le tableau.`;
    const [from, to] = [rows[0].period.start, rows[rows.length - 1].period.end];
    const closed = closedIn(from, to);
    const top = closed.length * 15 + 12;
    return Charts.figure(described, width => {
      const axis = French.axis(peak.visits);
      const left = Math.max(widthOf(French.short(axis.end)) + 8, ...closed.map(zone => widthOf(zone.code.length === 1 ? `Zone ${zone.code}` : zone.code, '11px') + 8));
      const step = (width - left - 2) / (to - from);
      const [plot, place] = [230, day => left + (day - from) * step];
      const y = value => top + plot - value / axis.end * plot;
      const wide = row => (row.period.end - row.period.start) * step;
      const shapes = [lanes(closed, from, to, place, step, own)];
      if (kind === 'day' && rows.length <= 200) {
        for (let day = from; day < to; day++) if (isWeekend(day)) shapes.push(shape('rect', { x: place(day), y: top, width: step, height: plot, class: 'weekend' }));
      }
      // Holidays of the territory's zone, or those that all zones share, are shaded down to the axis.
      const shaded = own === null ? data.zones.filter(zone => zone.code.length === 1) : data.zones.filter(zone => zone.code === own);
      for (let day = from; shaded.length > 0 && day < to; day++) {
        if (shaded.every(zone => zone.holidays.some(([first, end]) => first <= day && end > day))) shapes.push(shape('rect', { x: place(day), y: top, width: step + .3, height: plot, class: 'shaded' }));
      }
      for (let value = 0; value <= axis.end; value += axis.step) {
        shapes.push(shape('path', { d: `M${left} ${y(value)}H${width}`, class: value === 0 ? 'axis' : 'rule' }), shape('text', { x: left - 6, y: y(value) + 4, class: 'tick', 'text-anchor': 'end' }, French.short(value)));
      }
      const line = [];
      for (const row of rows) {
        const middle = place(row.period.start) + wide(row) / 2;
        if (row.missing) { line.push(null); continue; }
        const gap = wide(row) > 6 ? wide(row) * .12 : 0;
        shapes.push(titled(
          shape('g', {}, row.period.isPartial && kind !== 'day'
            ? Charts.box('unfinished', place(row.period.start) + gap, y(row.visits), Math.max(.6, wide(row) - 2 * gap), Math.max(0, top + plot - y(row.visits)))
            : shape('rect', { x: place(row.period.start) + gap, y: y(row.visits), width: Math.max(.6, wide(row) - 2 * gap), height: Math.max(0, top + plot - y(row.visits)), class: 'bar' })),
          `${row.period.label}${row.period.isPartial ? ' (incomplète)' : ''}\u00a0: ${French.of(row.visits, 'visite', 'visites')}, ${French.of(row.users, 'utilisateur', 'utilisateurs')}`));
        line.push([middle, y(row.users)]);
      }
      const runs = line.reduce((all, point) => { if (point === null) all.push([]); else all[all.length - 1].push(point); return all; }, [[]]);
      shapes.push(...runs.filter(run => run.length > 0).map(run => shape('path', { d: `M${run.map(point => point.map(Math.round).join(' ')).join('L')}`, class: 'line' })));
      if (rows.length <= 62) shapes.push(...line.filter(Boolean).map(([x, height]) => shape('circle', { cx: x, cy: height, r: wide(rows[0]) < 18 ? 2 : 3.2, class: 'dot' })));
      for (const feast of data.feasts) {
        if (feast >= from && feast < to) shapes.push(titled(shape('path', { d: `M${place(feast) + step / 2 - 4} ${top + plot + 3}h8l-4 7z`, class: 'feast' }), `Jour férié\u00a0: ${French.longDay(feast)}`));
      }
      if (chosen && chosen.kind !== 'all' && chosen.start < to && chosen.end > from) {
        const [first, end] = [Math.max(chosen.start, from), Math.min(chosen.end, to)];
        shapes.push(titled(shape('path', { d: `M${place(first) + 1} ${top + plot + 2}H${place(end) - 1}`, class: 'chosen' }), `Période choisie\u00a0: ${chosen.label}`));
      }
      let last = -100;
      for (const row of rows) {
        const text = kind === 'day' && wide(row) > 34 ? `${French.weekday(row.period.start)} ${French.dateOf(row.period.start).getUTCDate()}` : kind === 'month' || (kind === 'day' && rows.length > 90) ? French.monthOf(row.period.start) : French.dayMonth(row.period.start);
        const [middle, long] = [place(row.period.start) + wide(row) / 2, widthOf(text, '12px')];
        if (middle - long / 2 < last + 12 || middle + long / 2 > width) continue;
        if (kind === 'day' && rows.length > 90 && French.dateOf(row.period.start).getUTCDate() !== 15) continue;
        shapes.push(shape('text', { x: middle, y: top + plot + 26, class: 'tick', 'text-anchor': 'middle' }, text));
        last = middle + long / 2;
      }
      return { height: top + plot + 34, shapes };
    }, Charts.legend([
      ['bar', 'Visites'], ['line', 'Utilisateurs'],
      ...(closed.length > 0 ? [['holiday own', 'Vacances scolaires']] : []),
      ...(data.feasts.some(day => day >= from && day < to) ? [['feast', 'Jour férié (▼)']] : []),
      ...(kind === 'day' && rows.length <= 200 ? [['weekend', 'Samedi, dimanche']] : []),
      ...(rows.some(row => row.period.isPartial) && kind !== 'day' ? [['unfinished', 'Période incomplète']] : []),
    ]));
  }

  // Weeks as rows, days as columns, shaded in five steps; rows as above, by day.
  function calendar(rows, own) {
    const byDay = new Map(rows.map(row => [row.period.start, row]));
    const most = Math.max(1, ...rows.map(row => row.visits ?? 0));
    const closed = day => {
      if (data.feasts.includes(day)) return 'férié';
      const zones = own === null ? data.zones.filter(zone => zone.code.length === 1) : data.zones.filter(zone => zone.code === own);
      return zones.length > 0 && zones.every(zone => zone.holidays.some(([first, end]) => first <= day && end > day)) ? 'vacances' : null;
    };
    const monday = day => day - (French.weekdayOf(day) + 6) % 7;
    const weeks = [];
    for (let week = monday(rows[0].period.start); week <= rows[rows.length - 1].period.start; week += 7) weeks.push(week);
    return Page.element(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Calendrier des visites, jour par jour' },
      Page.element(
        'table',
        { class: 'heat' },
        Page.element('caption', {}, 'Visites par jour, une semaine par ligne'),
        Page.element('thead', {}, Page.element('tr', {}, ['Semaine du', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'].map(text => Page.element('th', { scope: 'col' }, text)))),
        Page.element('tbody', {}, weeks.map(week => Page.element(
          'tr',
          {},
          Page.element('th', { scope: 'row' }, French.date(week)),
          [0, 1, 2, 3, 4, 5, 6].map(offset => {
            const row = byDay.get(week + offset);
            if (!row) return Page.element('td', { class: 'none' }, '');
            if (row.missing) return Page.element('td', { class: 'none', title: row.missing }, French.nothing);
            const off = closed(week + offset);
            const shade = row.visits === 0 ? 0 : Math.min(5, 1 + Math.floor(row.visits / most * 4.9999));
            return Page.element('td', { class: `shade-${shade}` }, French.count(row.visits), off ? Page.element('small', {}, off) : null);
          })))),
      ));
  }

  return { chart, calendar, closedIn };
})();

