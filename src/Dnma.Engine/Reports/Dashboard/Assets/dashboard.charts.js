// Charts as drawings beside their tables, which hold the same figures. Colours come from the style sheet; textures and labels say the same in grey.
const Charts = (() => {
  'use strict';

  const space = 'http://www.w3.org/2000/svg';

  function shape(name, attributes = {}, ...children) {
    const node = document.createElementNS(space, name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined) node.setAttribute(key, value);
    }
    for (const child of children.flat(Infinity)) {
      if (child !== null && child !== undefined) node.append(child);
    }
    return node;
  }

  const titled = (node, text) => {
    node.append(shape('title', {}, text));
    return node;
  };

  // Text is measured as it will be drawn.
  const ruler = document.createElement('canvas').getContext('2d');
  const widths = new Map();
  let family = null;
  function widthOf(text, font = '13px') {
    const key = `${font}\n${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      family ??= getComputedStyle(document.body).fontFamily;
      ruler.font = `${font} ${family}`;
      width = ruler.measureText(text).width;
      if (widths.size < 20_000) widths.set(key, width);
    }
    return width;
  }

  function cut(text, room) {
    if (widthOf(text) <= room) return text;
    let letters = [...text];
    while (letters.length > 1 && widthOf(`${letters.join('').trimEnd()}…`) > room) letters = letters.slice(0, -1);
    return `${letters.join('').trimEnd()}…`;
  }

  // Textures tell series apart without colour. They are lines inside their box and no patterns, which printers turn into pictures of a page each.
  function marks(kind, x, y, width, height) {
    const step = 6;
    const from = value => Math.ceil(value / step) * step;
    let d = '';
    if (kind === 'hatch') {
      for (let sum = from(x + y); sum < x + width + y + height; sum += step) {
        const [left, right] = [Math.max(x, sum - y - height), Math.min(x + width, sum - y)];
        d += `M${left} ${sum - left}L${right} ${sum - right}`;
      }
    } else if (kind === 'dots') {
      for (let row = from(y + 1); row < y + height - 1; row += step / 2) {
        for (let at = from(x + 1) + (row / (step / 2) % 2) * (step / 2); at < x + width - 1; at += step) d += `M${at} ${row}h.01`;
      }
    } else {
      for (let at = from(x); at < x + width; at += step) d += `M${at} ${y}v${height}`;
      for (let row = from(y); row < y + height; row += step) d += `M${x} ${row}h${width}`;
    }
    return d;
  }

  const textures = { 1: null, 2: 'hatch', 3: 'dots', 4: 'grid', unfinished: 'hatch', fall: 'hatch' };
  // A box of a series: plain, or the ground with the series' marks and edge.
  function box(series, x, y, width, height) {
    const kind = textures[series];
    return kind === null
      ? shape('rect', { x, y, width, height, class: `series-${series}` })
      : [shape('rect', { x, y, width, height, class: `ground edge-${series}` }), shape('path', { d: marks(kind, x, y, width, height), class: `mark mark-${series} ${kind}` })];
  }

  const drawings = [];
  // A figure that is drawn for its width, and again when this changes. draw(width) gives { height, shapes }.
  function figure(description, draw, legend = null) {
    const svg = shape('svg', { role: 'img', 'aria-label': description, class: 'chart' });
    const plot = Page.element('div', { class: 'plot' }, svg);
    const drawing = {
      plot,
      width: 0,
      draw(room) {
        const width = Math.max(240, room || 900);
        if (width === drawing.width) return;
        drawing.width = width;
        const { height, shapes } = draw(width);
        svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
        svg.replaceChildren(...shapes.flat(Infinity).filter(Boolean));
      },
    };
    drawings.push(drawing);
    return Page.element('figure', { class: 'figure-of' }, legend, plot);
  }

  // Called once the page stands: what is no longer in it is forgotten.
  function drawAll() {
    for (let at = drawings.length - 1; at >= 0; at--) {
      if (!drawings[at].plot.isConnected) drawings.splice(at, 1);
    }
    // All widths are read before anything is written, so that the page is laid out once.
    const rooms = drawings.map(drawing => drawing.plot.clientWidth);
    drawings.forEach((drawing, at) => drawing.draw(rooms[at]));
  }

  const legend = entries => Page.element('ul', { class: 'legend' }, entries.map(([number, label]) => Page.element(
    'li',
    {},
    shape('svg', { width: 18, height: 12, 'aria-hidden': 'true' }, number === 'line'
      ? [shape('path', { d: 'M0 6H18', class: 'line' }), shape('circle', { cx: 9, cy: 6, r: 3, class: 'dot' })]
      : number in textures ? box(number, .5, .5, 17, 11) : shape('rect', { width: 18, height: 12, class: number })),
    label)));

  // One horizontal bar a row: { label, value, text, current }.
  function bars(description, rows) {
    const most = Math.max(1, ...rows.map(row => row.value));
    return figure(description, width => {
      const names = Math.min(width * .42, Math.max(...rows.map(row => widthOf(row.label))) + 12);
      const texts = Math.max(...rows.map(row => widthOf(row.text))) + 8;
      const room = Math.max(20, width - names - texts);
      const height = 26;
      return {
        height: rows.length * height + 4,
        shapes: rows.map((row, at) => {
          const [y, long] = [at * height, row.value > 0 ? Math.max(1, row.value / most * room) : 0];
          return titled(shape(
            'g',
            {},
            shape('text', { x: names - 8, y: y + 17, class: row.current ? 'name strong' : 'name', 'text-anchor': 'end' }, cut(row.label, names - 12)),
            shape('rect', { x: names, y: y + 4, width: long, height: 18, class: 'series-1' }),
            shape('text', { x: names + long + 6, y: y + 17, class: row.current ? 'value strong' : 'value' }, row.text)), `${row.label}\u00a0: ${row.text}`);
        }),
      };
    });
  }

  // Horizontal bars of parts that fill 100 %: { label, parts: [number] }.
  function stack(description, rows, parts) {
    return figure(description, width => {
      const names = Math.min(width * .34, Math.max(...rows.map(row => widthOf(row.label))) + 12);
      const room = width - names - 1;
      const height = 36;
      const shapes = rows.map((row, at) => {
        const whole = row.parts.reduce((sum, part) => sum + part, 0);
        let x = names;
        const pieces = row.parts.map((part, number) => {
          const long = whole > 0 ? part / whole * room : 0;
          const text = French.share(part, whole);
          const piece = long <= 0 ? null : titled(shape(
            'g',
            {},
            box(number + 1, x, at * height + 4, long, 26),
            long > widthOf(text, '12px') + 14
              ? [shape('rect', { x: x + long / 2 - widthOf(text, '12px') / 2 - 4, y: at * height + 9, width: widthOf(text, '12px') + 8, height: 16, class: 'plate' }),
                shape('text', { x: x + long / 2, y: at * height + 21.5, class: 'inside', 'text-anchor': 'middle' }, text)]
              : null), `${row.label}, ${parts[number]}\u00a0: ${text}`);
          x += long;
          return piece;
        });
        return [shape('text', { x: names - 8, y: at * height + 22, class: row.current ? 'name strong' : 'name', 'text-anchor': 'end' }, cut(row.label, names - 12)), pieces];
      });
      return { height: rows.length * height + 4, shapes };
    }, legend(parts.map((part, at) => [at + 1, part])));
  }

  // Small bars side by side, one picture a measure: { label, rows: [{ label, value, text }] }.
  function pairs(description, measures) {
    return Page.element('div', { class: 'pairs', role: 'group', 'aria-label': description }, measures.map(measure => Page.element(
      'div',
      { class: 'pair' },
      Page.element('h4', {}, measure.label),
      bars(`${measure.label}\u00a0: ${measure.rows.map(row => `${row.label} ${row.text}`).join(', ')}.`, measure.rows))));
  }

  // From one total to another in steps: { label, value, text, kind: total | step }.
  function waterfall(description, steps) {
    return figure(description, width => {
      let level = 0;
      const spans = steps.map(step => {
        if (step.kind === 'total') { level = step.value; return [0, step.value]; }
        const from = level;
        level += step.value;
        return [from, level];
      });
      const most = Math.max(1, ...spans.flat());
      const least = Math.min(0, ...spans.flat());
      const names = Math.min(width * .42, Math.max(...steps.map(step => widthOf(step.label, '650 13px'))) + 12);
      const texts = Math.max(...steps.map(step => widthOf(step.text))) + 10;
      const scale = (width - names - texts) / (most - least);
      const place = value => names + (value - least) * scale;
      const height = 32;
      return {
        height: steps.length * height + 4,
        shapes: steps.map((step, at) => {
          const [low, high] = [Math.min(...spans[at]), Math.max(...spans[at])];
          return titled(shape(
            'g',
            {},
            shape('text', { x: names - 8, y: at * height + 21, class: step.kind === 'total' ? 'name strong' : 'name', 'text-anchor': 'end' }, cut(step.label, names - 12)),
            box(step.kind === 'total' || step.value >= 0 ? 1 : 'fall', place(low), at * height + 5, Math.max(1, place(high) - place(low)), 22),
            at + 1 < steps.length ? shape('path', { d: `M${place(spans[at][1])} ${at * height + 27}V${(at + 1) * height + 5}`, class: 'link' }) : null,
            shape('text', { x: place(high) + 6, y: at * height + 21, class: step.kind === 'total' ? 'value strong' : 'value' }, step.text)), `${step.label}\u00a0: ${step.text}`);
        }),
      };
    });
  }

  // A line of little bars, for a card; its figures are in the table of the days.
  function spark(values) {
    const most = Math.max(1, ...values);
    const step = 100 / values.length;
    return shape(
      'svg',
      { viewBox: '0 0 100 24', preserveAspectRatio: 'none', class: 'spark', 'aria-hidden': 'true' },
      values.map((value, at) => shape('rect', { x: at * step + step * .1, width: step * .8, y: 24 - value / most * 24, height: value / most * 24, class: 'series-1' })));
  }

  const watch = new ResizeObserver(drawAll);
  watch.observe(document.documentElement);

  return { shape, titled, widthOf, cut, figure, legend, box, bars, stack, pairs, waterfall, spark, drawAll };
})();

