
// The charts over the tables' rows. Defines one name for dashboard.js, which stands after it in the same script.
const Drawing = (() => {
  'use strict';

  // A cell is a text, [value, text], or [numerator, denominator, text].
  const textOf = cell => typeof cell === 'string' ? cell : cell[cell.length - 1];
  const valueOf = cell => {
    if (typeof cell === 'string') return cell;
    if (cell.length === 2) return cell[0];
    return cell[1] > 0 ? cell[0] / cell[1] : null;
  };

  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const percent = new Intl.NumberFormat('fr-FR', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const wholePercent = new Intl.NumberFormat('fr-FR', { style: 'percent' });
  const dayOf = number => new Date(number * 86400000);
  const dayMonth = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat('fr-FR', { weekday: 'short', timeZone: 'UTC' });
  const isWeekend = number => [0, 6].includes(dayOf(number).getUTCDay());

  const ruler = document.createElement('canvas').getContext('2d');
  function widthOf(text) {
    ruler.font = `12px ${Chart.defaults.font.family}`;
    return ruler.measureText(text).width;
  }

  function cut(text, room) {
    if (widthOf(text) <= room) return text;
    let length = text.length - 1;
    while (length > 1 && widthOf(text.slice(0, length).trimEnd() + '…') > room) length--;
    return text.slice(0, length).trimEnd() + '…';
  }

  // One line, or two cut between words.
  function fold(text, room) {
    if (widthOf(text) <= room) return text;
    const words = text.split(' ');
    let first = words.shift();
    while (words.length > 0 && widthOf(`${first} ${words[0]}`) <= room) first += ` ${words.shift()}`;
    return words.length === 0 ? cut(first, room) : [cut(first, room), cut(words.join(' '), room)];
  }

  // The names on the left of horizontal bars: as wide as they need, up to two fifths of the chart.
  function namesOf(block, width) {
    const room = Math.max(60, Math.min(250, width * .4));
    const labels = block.rows.map(row => fold(textOf(row[0]), room));
    const widest = Math.max(...labels.flat().map(widthOf));
    return {
      labels,
      rowHeight: labels.some(Array.isArray) ? 34 : 28,
      axis: { ...nameAxis(), afterFit: axis => { axis.width = widest + 14; } },
    };
  }

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
        if (isWeekend(day)) ctx.fillRect(Math.floor(x.getPixelForValue(index) - width / 2), chartArea.top, Math.ceil(width), chartArea.height);
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

  // Air between the legend and the plot, which Chart.js has no option for.
  const legendRoom = {
    id: 'legendRoom',
    beforeInit(chart) {
      const fit = chart.legend.fit;
      chart.legend.fit = function fitWithRoom() {
        fit.call(this);
        this.height += 10;
      };
    },
  };

  const valueAxis = title => ({
    beginAtZero: true,
    grid: { color: colour('--rule'), drawTicks: false },
    border: { display: false },
    ticks: { color: colour('--muted'), precision: 0, padding: 6, maxTicksLimit: 6, maxRotation: 0 },
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
    const plain = colour('--time-bars');
    const hatch = texture(1, plain);
    return {
      height: document.documentElement.classList.contains('printing') ? 240 : width < 500 ? 280 : 340,
      type: 'bar',
      plugins: isDaily && days.length <= 200 ? [legendRoom, weekends(days)] : [legendRoom],
      data: {
        labels: days,
        datasets: [
          {
            type: 'line',
            label: block.columns[line],
            data: block.rows.map(row => valueOf(row[line])),
            borderColor: colour('--time-line'),
            backgroundColor: colour('--sheet'),
            borderWidth: 2,
            pointRadius: dense ? 0 : width / days.length < 18 ? 2 : 3,
            pointBorderWidth: width / days.length < 18 ? 1.5 : 2,
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
          y: valueAxis(null),
        },
        plugins: {
          legend: {
            ...legend(),
            reverse: true,
            labels: {
              ...legend().labels,
              usePointStyle: true,
              generateLabels: chart => Chart.defaults.plugins.legend.labels.generateLabels(chart).map(item => item.datasetIndex === 0
                ? { ...item, pointStyle: 'line', lineWidth: 2, strokeStyle: colour('--time-line') }
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
    const both = row => `${textOf(row[column])} · ${textOf(row[share])}`;
    const texts = block.rows.map(row => share < 0 ? textOf(row[column]) : width < 400 ? textOf(row[share]) : both(row));
    const names = namesOf(block, width);
    return {
      height: block.rows.length * names.rowHeight + 12,
      type: 'bar',
      plugins: [barLabels(texts)],
      data: {
        labels: names.labels,
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
        layout: { padding: { right: Math.max(...texts.map(widthOf)) + 10 } },
        // Each bar bears its figure: an axis would say it twice.
        scales: { x: { display: false, beginAtZero: true, max: Math.max(...block.rows.map(row => valueOf(row[column]))) }, y: names.axis },
        plugins: {
          legend: { display: false },
          tooltip: tooltip({
            title: items => textOf(block.rows[items[0].dataIndex][0]),
            label: item => `${block.columns[column]} : ${share < 0 ? texts[item.dataIndex] : both(block.rows[item.dataIndex])}`,
          }),
        },
      },
    };
  }

  function stackChart(block, width) {
    const { series } = block.chart;
    const names = namesOf(block, width);
    const wholes = block.rows.map(row => series.reduce((sum, column) => sum + valueOf(row[column]), 0));
    return {
      height: block.rows.length * 38 + 104 + (width < 500 ? 20 : 0),
      type: 'bar',
      plugins: [legendRoom, stackLabels],
      data: {
        labels: names.labels,
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
            ...valueAxis(width < 500 ? 'part des visites d’appareil connu' : 'part des visites du profil dont l’appareil est connu'),
            stacked: true,
            max: 1,
            ticks: { color: colour('--muted'), padding: 6, stepSize: .25, maxRotation: 0, callback: value => wholePercent.format(value) },
          },
          y: { ...names.axis, stacked: true },
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

  // Drawn anew when the theme or the width changes: each drawing reads the colours and the room of its moment.
  function draw(entry) {
    const width = entry.plot.clientWidth;
    if (entry.chart) entry.chart.destroy();
    const { height, options, ...rest } = makers[entry.block.chart.kind](entry.block, width);
    entry.plot.style.height = `${height}px`;
    entry.canvas.width = width;
    entry.canvas.height = height;
    entry.width = width;
    entry.chart = new Chart(entry.canvas, {
      ...rest,
      options: { animation: false, responsive: false, devicePixelRatio: Math.max(2, window.devicePixelRatio || 1), ...options },
    });
  }

  return { textOf, valueOf, draw };
})();
