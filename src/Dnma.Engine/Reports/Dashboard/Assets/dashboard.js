
// Builds the page from its data. Texts come from logs: they enter as text nodes only, and the security policy allows no other script.
(() => {
  'use strict';

  const data = JSON.parse(document.getElementById('donnees').textContent);
  const charts = [];

  // A cell is a text, [value, text], or [numerator, denominator, text].
  const textOf = cell => typeof cell === 'string' ? cell : cell[cell.length - 1];
  const valueOf = cell => {
    if (typeof cell === 'string') return cell;
    if (cell.length === 2) return cell[0];
    return cell[1] > 0 ? cell[0] / cell[1] : null;
  };

  function element(name, attributes = {}, ...children) {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== null && value !== false) node.setAttribute(key, value === true ? '' : value);
    }
    for (const child of children) {
      if (child !== null) node.append(child);
    }
    return node;
  }

  // ---- Tables

  function tableOf(block) {
    const isText = index => index === 0 || block.textColumns.includes(index);
    const rowOf = cells => element('tr', {}, ...cells.map((cell, index) => {
      const text = textOf(cell);
      const kind = isText(index) ? (/^[0-9a-fA-F]{64}$/.test(text) ? 'text digest' : 'text') : null;
      return index === 0 ? element('th', { scope: 'row', class: kind }, text) : element('td', { class: kind }, text);
    }));
    const entries = block.rows.map((cells, index) => ({ cells, index, node: rowOf(cells) }));
    const body = element('tbody', {}, ...entries.map(entry => entry.node));
    const sortable = entries.length > 1;
    const headers = block.columns.map((label, index) => element(
      'th',
      { scope: 'col', class: isText(index) ? 'text' : null },
      sortable ? element('button', { type: 'button' }, label) : label));

    const sortBy = column => {
      const before = headers[column].getAttribute('aria-sort');
      const numeric = entries.some(entry => typeof valueOf(entry.cells[column]) === 'number');
      const order = before === null ? (numeric && column > 0 ? 'descending' : 'ascending') : before === 'ascending' ? 'descending' : 'ascending';
      const sign = order === 'ascending' ? 1 : -1;
      headers.forEach(header => header.removeAttribute('aria-sort'));
      headers[column].setAttribute('aria-sort', order);
      entries.sort((left, right) => {
        const [a, b] = [valueOf(left.cells[column]), valueOf(right.cells[column])];
        if (a === null || b === null) return (a === null) - (b === null) || left.index - right.index;
        const difference = typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'fr', { numeric: true });
        return sign * difference || left.index - right.index;
      });
      body.append(...entries.map(entry => entry.node));
    };
    if (sortable) headers.forEach((header, index) => header.firstChild.addEventListener('click', () => sortBy(index)));

    return element(
      'table',
      {},
      element('caption', {}, block.title),
      element('thead', {}, element('tr', {}, ...headers)),
      body,
      block.apart.length > 0 ? element('tbody', { class: 'apart' }, ...block.apart.map(rowOf)) : null,
      block.total.length > 0 ? element('tfoot', {}, ...block.total.map(rowOf)) : null);
  }

  // ---- Charts

  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const percent = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 });
  const dayOf = number => new Date(number * 86400000);
  const dayMonth = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat('fr-FR', { weekday: 'short', timeZone: 'UTC' });
  const isWeekend = number => [0, 6].includes(dayOf(number).getUTCDay());
  const shorten = (text, most) => text.length > most ? text.slice(0, most - 1).trimEnd() + '…' : text;

  // Textures tell the series apart without colour; the first series is plain.
  function texture(kind, ink) {
    if (kind === 0) return ink;
    const tile = document.createElement('canvas');
    const scale = 2;
    tile.width = tile.height = 8 * scale;
    const pen = tile.getContext('2d');
    pen.scale(scale, scale);
    pen.fillStyle = colour('--sheet');
    pen.fillRect(0, 0, 8, 8);
    pen.globalAlpha = .3;
    pen.fillStyle = ink;
    pen.fillRect(0, 0, 8, 8);
    pen.globalAlpha = 1;
    pen.strokeStyle = ink;
    pen.lineWidth = 2;
    pen.beginPath();
    if (kind === 1) {
      for (const shift of [-8, 0, 8]) { pen.moveTo(shift - 1, 9); pen.lineTo(shift + 9, -1); }
    } else if (kind === 2) {
      for (const [x, y] of [[2, 2], [6, 6]]) { pen.moveTo(x + 1.4, y); pen.arc(x, y, 1.4, 0, 7); }
      pen.fill();
    } else {
      pen.moveTo(0, 4); pen.lineTo(8, 4); pen.moveTo(4, 0); pen.lineTo(4, 8);
      pen.lineWidth = 1.5;
    }
    pen.stroke();
    const pattern = pen.createPattern(tile, 'repeat');
    pattern.setTransform(new DOMMatrix().scale(1 / scale));
    return pattern;
  }

  // Grey behind Saturdays and Sundays, so that a low day explains itself.
  const weekends = days => ({
    id: 'weekends',
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea, scales: { x } } = chart;
      const width = chartArea.width / days.length;
      ctx.save();
      ctx.fillStyle = colour('--band');
      days.forEach((day, index) => {
        if (isWeekend(day)) ctx.fillRect(x.getPixelForValue(index) - width / 2, chartArea.top, width, chartArea.height);
      });
      ctx.restore();
    },
  });

  // Writes each figure beside its bar: a printed page has no tooltip.
  const barLabels = texts => ({
    id: 'barLabels',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.font = `12px ${Chart.defaults.font.family}`;
      ctx.fillStyle = colour('--ink');
      ctx.textBaseline = 'middle';
      chart.getDatasetMeta(0).data.forEach((bar, index) => ctx.fillText(texts[index], bar.x + 6, bar.y));
      ctx.restore();
    },
  });

  // Writes shares inside the parts of a stack that have room for them.
  const stackLabels = {
    id: 'stackLabels',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.font = `600 11px ${Chart.defaults.font.family}`;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      chart.data.datasets.forEach((series, number) => chart.getDatasetMeta(number).data.forEach((bar, index) => {
        const text = percent.format(series.data[index]);
        const room = ctx.measureText(text).width + 10;
        if (Math.abs(bar.x - bar.base) < room + 4) return;
        const middle = (bar.x + bar.base) / 2;
        if (number > 0) {
          ctx.fillStyle = colour('--sheet');
          ctx.fillRect(middle - room / 2, bar.y - 8, room, 16);
        }
        ctx.fillStyle = colour(number > 0 ? '--ink' : '--on-series');
        ctx.fillText(text, middle, bar.y + .5);
      }));
      ctx.restore();
    },
  };

  const valueAxis = (title, isTime) => ({
    beginAtZero: true,
    grid: { color: colour('--rule'), drawTicks: false },
    border: { display: false },
    ticks: { color: colour('--muted'), precision: 0, padding: 6, maxTicksLimit: isTime ? 6 : 5, maxRotation: 0 },
    title: { display: title !== null, text: title, color: colour('--muted'), font: { size: 12 } },
  });
  const nameAxis = () => ({
    grid: { display: false },
    border: { color: colour('--muted') },
    ticks: { color: colour('--ink'), autoSkip: false },
  });
  const legend = () => ({
    position: 'top',
    align: 'start',
    labels: { color: colour('--ink'), boxWidth: 18, boxHeight: 12, padding: 14, font: { size: 12 } },
  });
  const tooltip = callbacks => ({
    backgroundColor: colour('--ink'),
    titleColor: colour('--sheet'),
    bodyColor: colour('--sheet'),
    displayColors: false,
    cornerRadius: 2,
    padding: 10,
    callbacks,
  });

  function timeChart(block, width) {
    const days = block.rows.map(row => valueOf(row[0]));
    const isDaily = block.id === 'jours';
    const [bars, line] = block.chart.series;
    const dense = days.length > 62;
    const plain = texture(0, colour('--series-1'));
    const hatch = texture(1, colour('--series-1'));
    return {
      height: width < 500 ? 280 : 340,
      type: 'bar',
      plugins: isDaily && days.length <= 200 ? [weekends(days)] : [],
      data: {
        labels: days,
        datasets: [
          {
            type: 'line',
            label: block.columns[line],
            data: block.rows.map(row => valueOf(row[line])),
            borderColor: colour('--series-2'),
            backgroundColor: colour('--sheet'),
            borderWidth: 2,
            pointRadius: dense ? 0 : 3,
            pointBorderWidth: 2,
            pointHoverRadius: 5,
            tension: 0,
          },
          {
            label: block.columns[bars],
            data: block.rows.map(row => valueOf(row[bars])),
            backgroundColor: days.map((_, index) => block.chart.hatched.includes(index) ? hatch : plain),
            categoryPercentage: dense ? 1 : .8,
            barPercentage: dense ? 1 : .9,
            maxBarThickness: 56,
          },
        ],
      },
      options: {
        interaction: { mode: 'index', intersect: false },
        scales: {
          x: {
            ...nameAxis(),
            ticks: {
              color: colour('--muted'),
              maxRotation: 0,
              autoSkipPadding: 12,
              callback: (_, index) => isDaily && !dense
                ? [weekday.format(dayOf(days[index])), dayMonth.format(dayOf(days[index]))]
                : dayMonth.format(dayOf(days[index])),
            },
          },
          y: valueAxis(null, true),
        },
        plugins: {
          legend: {
            ...legend(),
            reverse: true,
            labels: {
              ...legend().labels,
              usePointStyle: true,
              generateLabels: chart => Chart.defaults.plugins.legend.labels.generateLabels(chart).map(item => item.datasetIndex === 0
                ? { ...item, pointStyle: 'line', lineWidth: 3, strokeStyle: colour('--series-2') }
                : { ...item, pointStyle: 'rect', lineWidth: 0, fillStyle: plain }),
            },
            onClick: null,
          },
          tooltip: tooltip({
            title: items => textOf(block.rows[items[0].dataIndex][0]),
            label: item => `${item.dataset.label} : ${textOf(block.rows[item.dataIndex][item.datasetIndex === 0 ? line : bars])}`,
          }),
        },
      },
    };
  }

  function barsChart(block, width) {
    const [column] = block.chart.series;
    const share = block.chart.share;
    const texts = block.rows.map(row => textOf(row[column]) + (share < 0 ? '' : ` · ${textOf(row[share])}`));
    const longest = Math.max(...texts.map(text => text.length));
    return {
      height: block.rows.length * 28 + 44,
      type: 'bar',
      plugins: [barLabels(texts)],
      data: {
        labels: block.rows.map(row => shorten(textOf(row[0]), width < 500 ? 20 : 38)),
        datasets: [{
          label: block.columns[column],
          data: block.rows.map(row => valueOf(row[column])),
          backgroundColor: colour('--series-1'),
          maxBarThickness: 18,
          minBarLength: 1,
        }],
      },
      options: {
        indexAxis: 'y',
        layout: { padding: { right: longest * 6.4 + 8 } },
        scales: { x: { ...valueAxis(null, false), ticks: { ...valueAxis(null, false).ticks, maxTicksLimit: width < 500 ? 3 : 5 } }, y: nameAxis() },
        plugins: {
          legend: { display: false },
          tooltip: tooltip({
            title: items => textOf(block.rows[items[0].dataIndex][0]),
            label: item => `${block.columns[column]} : ${texts[item.dataIndex]}`,
          }),
        },
      },
    };
  }

  function stackChart(block, width) {
    const { series } = block.chart;
    const wholes = block.rows.map(row => series.reduce((sum, column) => sum + valueOf(row[column]), 0));
    return {
      height: block.rows.length * 40 + 92,
      type: 'bar',
      plugins: [stackLabels],
      data: {
        labels: block.rows.map(row => shorten(textOf(row[0]), width < 500 ? 14 : 38)),
        datasets: series.map((column, number) => ({
          label: block.columns[column],
          data: block.rows.map((row, index) => wholes[index] > 0 ? valueOf(row[column]) / wholes[index] : 0),
          backgroundColor: texture(number, colour(`--series-${number + 1}`)),
          borderColor: colour('--sheet'),
          borderWidth: { left: 0, right: 1, top: 0, bottom: 0 },
          maxBarThickness: 26,
        })),
      },
      options: {
        indexAxis: 'y',
        scales: {
          x: {
            ...valueAxis('part des visites du profil dont l’appareil est connu', false),
            stacked: true,
            max: 1,
            ticks: { color: colour('--muted'), padding: 6, stepSize: .25, maxRotation: 0, callback: value => percent.format(value) },
          },
          y: { ...nameAxis(), stacked: true },
        },
        plugins: {
          legend: { ...legend(), onClick: null },
          tooltip: tooltip({
            title: items => textOf(block.rows[items[0].dataIndex][0]),
            label: item => `${item.dataset.label} : ${percent.format(item.raw)} (${textOf(block.rows[item.dataIndex][series[item.datasetIndex]])} visites)`,
          }),
        },
      },
    };
  }

  const makers = { time: timeChart, bars: barsChart, stack: stackChart };

  // Drawn anew when the theme or the width changes; each drawing reads the colours of its moment.
  function draw(entry) {
    const width = entry.plot.clientWidth;
    if (entry.chart) entry.chart.destroy();
    const { height, options, ...rest } = makers[entry.block.chart.kind](entry.block, width);
    entry.plot.style.height = `${height}px`;
    entry.width = width;
    entry.chart = new Chart(entry.canvas, {
      ...rest,
      options: { animation: false, maintainAspectRatio: false, resizeDelay: 50, devicePixelRatio: Math.max(2, window.devicePixelRatio || 1), ...options },
    });
  }

  const drawAll = () => charts.forEach(draw);

  // ---- Page

  function cardOf(card) {
    return element(
      'div',
      { class: 'card', id: card.id },
      element('h3', {}, card.label),
      element('p', { class: 'figure' }, textOf(card.figure)),
      element('p', { class: 'basis' }, card.basis),
      element('details', {}, element('summary', {}, 'Définition'), element('p', {}, card.definition)));
  }

  function blockOf(block, isAlone) {
    const rows = block.rows.length + block.apart.length + block.total.length;
    const node = element('article', { class: block.wide ? 'block wide' : isAlone ? 'block alone' : 'block', id: block.id }, element('h3', {}, block.title));
    if (block.notes.length > 0) node.append(element('div', { class: 'notes' }, ...block.notes.map(note => element('p', {}, note))));
    if (block.chart) {
      const canvas = element('canvas', { role: 'img', 'aria-label': block.chart.description });
      const plot = element('div', { class: 'plot' }, canvas);
      node.append(plot);
      charts.push({ block, canvas, plot, chart: null, width: 0 });
    }
    const table = element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `Tableau : ${block.title}` }, tableOf(block));
    node.append(block.chart
      ? element('details', { open: rows <= 14 }, element('summary', {}, `Tableau (${rows} ${rows > 1 ? 'lignes' : 'ligne'})`), table)
      : table);
    return node;
  }

  // A narrow block without a neighbour takes the whole width.
  function blocksOf(blocks) {
    const nodes = [];
    for (let index = 0; index < blocks.length; index++) {
      const next = blocks[index + 1];
      if (!blocks[index].wide && next && !next.wide) {
        nodes.push(blockOf(blocks[index], false), blockOf(next, false));
        index++;
      } else {
        nodes.push(blockOf(blocks[index], true));
      }
    }
    return nodes;
  }

  function build() {
    const main = document.getElementById('contenu');
    const contents = document.getElementById('sommaire');
    const append = (id, title, ...children) => {
      main.append(element('section', { id, 'aria-labelledby': `titre-${id}` }, element('h2', { id: `titre-${id}` }, title), ...children));
      contents.append(element('a', { href: `#${id}` }, title));
    };

    document.getElementById('faits').append(...data.facts.map(([name, value]) =>
      element('div', {}, element('dt', {}, name), element('dd', {}, value))));
    if (data.warnings.length > 0) {
      main.append(element(
        'div',
        { class: 'warnings', role: 'note' },
        element('h2', {}, data.warnings.length > 1 ? 'Avertissements' : 'Avertissement'),
        element('ul', {}, ...data.warnings.map(text => element('li', {}, text)))));
    }
    if (data.notice) main.append(element('p', { class: 'notice' }, data.notice));
    if (data.cards.length > 0) append('chiffres-cles', 'Chiffres clés', element('div', { class: 'cards' }, ...data.cards.map(cardOf)));
    for (const section of data.sections) append(section.id, section.title, element('div', { class: 'blocks' }, ...blocksOf(section.blocks)));
  }

  build();
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.font.size = 12;
  Chart.defaults.locale = 'fr-FR';
  drawAll();

  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);

  // Labels and heights depend on the width class, which Chart.js does not know.
  let isNarrow = matchMedia('(max-width: 32rem)');
  isNarrow.addEventListener('change', drawAll);

  // Print in light colours, at the paper's width, with the definitions open.
  const definitions = () => document.querySelectorAll('.card details');
  addEventListener('beforeprint', () => {
    document.documentElement.classList.add('printing');
    definitions().forEach(details => { details.dataset.wasOpen = details.open; details.open = true; });
    for (const entry of charts) {
      entry.plot.style.width = '660px';
      draw(entry);
    }
  });
  addEventListener('afterprint', () => {
    document.documentElement.classList.remove('printing');
    definitions().forEach(details => { details.open = details.dataset.wasOpen === 'true'; });
    for (const entry of charts) {
      entry.plot.style.width = '';
      draw(entry);
    }
  });
})();
