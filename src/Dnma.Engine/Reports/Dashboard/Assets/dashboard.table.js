// Elements, and tables that can be sorted and turned by page. Texts come from logs: they enter as text nodes only.
const Page = (() => {
  'use strict';

  function element(name, attributes = {}, ...children) {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? '' : value);
    }
    for (const child of children.flat(Infinity)) {
      if (child !== null && child !== undefined) node.append(child);
    }
    return node;
  }

  const rowsOfPage = 25;
  const textOf = cell => typeof cell === 'string' ? cell : cell.text;
  const valueOf = cell => typeof cell === 'string' ? cell : cell.value;
  const cell = (value, text) => ({ value, text });
  const collator = new Intl.Collator('fr', { numeric: true });

  function compare(left, right) {
    if (left === null || right === null) return (left === null) - (right === null);
    return typeof left === 'number' && typeof right === 'number' ? left - right : collator.compare(String(left), String(right));
  }

  // table: { id, title, columns: [{ label, text }], rows: [[cell]], apart, total, sortable }. A cell is a text, or { value, text, link, bar, current }.
  function table({ id, title, columns, rows, apart = [], total = null, sortable = true, most = rowsOfPage }) {
    const entries = rows.map((cells, index) => ({ cells, index }));
    const isSortable = sortable && rows.length > 1;
    let [page, order] = [0, null];

    const rowOf = cells => {
      const row = element('tr', typeof cells[0] === 'object' && cells[0].current ? { class: 'current', 'aria-current': 'true' } : {});
      cells.forEach((item, index) => {
        const text = textOf(item);
        const isText = columns[index].text;
        const kind = isText ? (/^[0-9a-f]{64}$/.test(text) ? 'text digest' : 'text') : null;
        const content = typeof item === 'object' && item.link ? element('a', { href: item.link }, text) : text;
        const node = index === 0 ? element('th', { scope: 'row', class: kind }, content) : element('td', { class: kind }, content);
        if (typeof item === 'object' && item.bar !== undefined) {
          node.classList.add('barred');
          node.style.setProperty('--bar', `${Math.round(item.bar * 1000) / 10}%`);
        }
        row.append(node);
      });
      return row;
    };

    const headers = columns.map(({ label, text }) => element(
      'th',
      { scope: 'col', class: text ? 'text' : null },
      isSortable ? element('button', { type: 'button' }, label) : label));
    const body = element('tbody');
    const caption = element('caption', {}, title);
    const position = element('span', { role: 'status' });
    const before = element('button', { type: 'button' }, '‹ Précédents');
    const after = element('button', { type: 'button' }, 'Suivants ›');
    const pages = Math.ceil(rows.length / most);

    function show() {
      body.replaceChildren(...entries.slice(page * most, (page + 1) * most).map(entry => entry.node ??= rowOf(entry.cells)));
      if (pages > 1) {
        position.textContent = `${French.count(page * most + 1)} à ${French.count(Math.min(rows.length, (page + 1) * most))} sur ${French.count(rows.length)}`;
        before.disabled = page === 0;
        after.disabled = page === pages - 1;
      }
    }

    function sort(column, direction) {
      const sign = direction === 'ascending' ? 1 : -1;
      headers.forEach(header => header.removeAttribute('aria-sort'));
      headers[column].setAttribute('aria-sort', direction);
      entries.sort((left, right) => {
        const [a, b] = [valueOf(left.cells[column]), valueOf(right.cells[column])];
        // What has no value stays last, whichever way.
        return a === null || b === null ? compare(a, b) || left.index - right.index : sign * compare(a, b) || left.index - right.index;
      });
      [order, page] = [[column, direction], 0];
      show();
    }

    if (isSortable) {
      headers.forEach((header, column) => header.firstChild.addEventListener('click', () => {
        const isNumber = entries.some(entry => typeof valueOf(entry.cells[column]) === 'number');
        const direction = order?.[0] === column ? (order[1] === 'ascending' ? 'descending' : 'ascending') : isNumber && column > 0 ? 'descending' : 'ascending';
        sort(column, direction);
        State.keep({ [State.sorts + id]: `${column}${direction === 'ascending' ? 'a' : 'd'}` });
      }));
      const kept = /^(\d+)([ad])$/.exec(State.read()[State.sorts + id] ?? '');
      if (kept && Number(kept[1]) < columns.length) sort(Number(kept[1]), kept[2] === 'a' ? 'ascending' : 'descending');
    }
    show();
    before.addEventListener('click', () => { page--; show(); });
    after.addEventListener('click', () => { page++; show(); });

    const node = element(
      'table',
      { id: `table-${id}` },
      caption,
      element('thead', {}, element('tr', {}, headers)),
      body,
      apart.length > 0 ? element('tbody', { class: 'apart' }, apart.map(rowOf)) : null,
      total ? element('tfoot', {}, rowOf(total)) : null);
    return element(
      'div',
      { class: 'tabular' },
      element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `Tableau\u00a0: ${title}` }, node),
      pages > 1 ? element('div', { class: 'pager', role: 'group', 'aria-label': `Pages du tableau\u00a0: ${title}` }, before, position, after) : null);
  }

  return { element, table, cell };
})();

