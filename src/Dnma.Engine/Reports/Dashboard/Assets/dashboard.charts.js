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
  function widthOf(text, font = '13px') {
    ruler.font = `${font} ${getComputedStyle(document.body).fontFamily}`;
    return ruler.measureText(text).width;
  }

  function cut(text, room) {
    if (widthOf(text) <= room) return text;
    let letters = [...text];
    while (letters.length > 1 && widthOf(`${letters.join('').trimEnd()}…`) > room) letters = letters.slice(0, -1);
    return `${letters.join('').trimEnd()}…`;
  }

  const texture = (id, ...marks) => shape(
    'pattern',
    { id, width: 8, height: 8, patternUnits: 'userSpaceOnUse' },
    marks);
  // Four textures that differ without colour.
  function textures() {
    const ground = number => shape('rect', { width: 8, height: 8, class: `ground-${number}` });
    const lines = (number, d, width) => shape('path', { d, class: `mark-${number}`, 'stroke-width': width });
    return shape(
      'svg',
      { width: 0, height: 0, 'aria-hidden': 'true', class: 'textures' },
      shape(
        'defs',
        {},
        texture('texture-2', ground(2), lines(2, 'M-1 9L9 -1M-5 5L5 -5M3 13L13 3', 2)),
        texture('texture-3', ground(3), lines(3, 'M2 1.5V3.5M6 5.5V7.5', 2.6)),
        texture('texture-4', ground(4), lines(4, 'M0 4H8M4 0V8', 1.5)),
        texture('texture-unfinished', ground(1), lines(1, 'M-1 9L9 -1M-5 5L5 -5M3 13L13 3', 2))));
  }
  const fillOf = number => number === 1 ? { class: 'series-1' } : { fill: `url(#texture-${number})`, class: `edge-${number}` };

  const drawings = [];
  // A figure that is drawn for its width, and again when this changes. draw(width) gives { height, shapes }.
  function figure(description, draw, legend = null) {
    const svg = shape('svg', { role: 'img', 'aria-label': description, class: 'chart' });
    const plot = Page.element('div', { class: 'plot' }, svg);
    const drawing = {
      plot,
      width: 0,
      draw() {
        const width = Math.max(240, plot.clientWidth || 900);
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
    drawings.forEach(drawing => drawing.draw());
  }

  const legend = entries => Page.element('ul', { class: 'legend' }, entries.map(([number, label]) => Page.element(
    'li',
    {},
    shape('svg', { width: 18, height: 12, 'aria-hidden': 'true' }, number === 'line'
      ? [shape('path', { d: 'M0 6H18', class: 'line' }), shape('circle', { cx: 9, cy: 6, r: 3, class: 'dot' })]
      : shape('rect', { width: 18, height: 12, ...(typeof number === 'number' ? fillOf(number) : { class: number }) })),
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
            shape('rect', { x, y: at * height + 4, width: long, height: 26, ...fillOf(number + 1) }),
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
      const names = Math.min(width * .42, Math.max(...steps.map(step => widthOf(step.label))) + 12);
      const texts = Math.max(...steps.map(step => widthOf(step.text))) + 10;
      const scale = (width - names - texts) / (most - least);
      const place = value => names + (value - least) * scale;
      const height = 32;
      return {
        height: steps.length * height + 4,
        shapes: steps.map((step, at) => {
          const [low, high] = [Math.min(...spans[at]), Math.max(...spans[at])];
          const kind = step.kind === 'total' ? 'series-1' : step.value < 0 ? 'fall' : 'rise';
          return titled(shape(
            'g',
            {},
            shape('text', { x: names - 8, y: at * height + 21, class: step.kind === 'total' ? 'name strong' : 'name', 'text-anchor': 'end' }, cut(step.label, names - 12)),
            shape('rect', { x: place(low), y: at * height + 5, width: Math.max(1, place(high) - place(low)), height: 22, class: kind }),
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

  const watch = new ResizeObserver(() => drawings.forEach(drawing => { if (drawing.plot.isConnected) drawing.draw(); }));
  watch.observe(document.documentElement);

  return { shape, titled, widthOf, cut, figure, legend, textures, bars, stack, pairs, waterfall, spark, drawAll };
})();

