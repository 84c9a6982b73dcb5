
// Builds the page from its data. Texts come from logs: they enter as text nodes only, and the security policy allows no other script.
(() => {
  'use strict';

  const data = JSON.parse(document.getElementById('donnees').textContent);
  const charts = [];

  const { textOf, valueOf, draw } = Drawing;

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
    const sortable = block.sortable && entries.length > 1;
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

  // Labels and heights depend on the width, which Chart.js's own resizing would leave as they were.
  const widths = new ResizeObserver(() => charts.forEach(entry => {
    if (entry.plot.clientWidth > 0 && entry.plot.clientWidth !== entry.width) draw(entry);
  }));
  charts.forEach(entry => widths.observe(entry.plot));

  // Print in light colours, at the paper's width, with the definitions open.
  const definitions = () => document.querySelectorAll('.card details');
  addEventListener('beforeprint', () => {
    document.documentElement.classList.add('printing');
    definitions().forEach(details => { details.dataset.wasOpen = details.open; details.open = true; });
    for (const entry of charts) {
      entry.plot.style.width = '680px';
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
