// Charts on a page that can be pointed at. Runs after each chart and takes those that no run has taken: notebooks move scripts about, and show one chart twice.
(() => {
  'use strict';
  const space = 'http://www.w3.org/2000/svg';
  const element = (name, style, attributes = {}) => {
    const node = document.createElement(name);
    node.style.cssText = style;
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };

  // The picture's ids are its own on the page, also where it is there twice.
  let number = document.querySelectorAll('figure[data-live]').length;
  function rename(svg) {
    const ids = [...svg.querySelectorAll('[id]')].map(node => node.id);
    if (ids.every(id => document.querySelectorAll(`[id="${id}"]`).length === 1)) return;
    const end = `-${++number}`;
    for (const node of [svg, ...svg.querySelectorAll('*')]) {
      for (const { name, value } of [...node.attributes]) {
        if (name === 'id') node.id = value + end;
        else if (name === 'aria-labelledby') node.setAttribute(name, value.split(' ').map(id => id + end).join(' '));
        else if (value.startsWith('url(#')) node.setAttribute(name, value.replace(')', `${end})`));
      }
    }
  }

  function enliven(figure) {
    const svg = figure.querySelector('svg');
    const marks = [...svg.querySelectorAll('[data-mark]')];
    if (marks.length === 0) return;
    rename(svg);
    const texts = marks.map(mark => {
      const title = mark.querySelector('title');
      title.remove();
      return title.textContent.split('\n');
    });
    const hidden = new Set();
    const series = at => marks[at].dataset.s;
    const isShown = at => series(at) === undefined || !hidden.has(series(at));
    // The first line says what it is of; a column has then a line of each series.
    const linesOf = at => texts[at].filter((_, line) => line === 0 || series(at) !== undefined || !hidden.has(String(line - 1)));
    let current = -1;

    const stage = element('div', 'position:relative;width:fit-content;outline-offset:2px', { tabindex: 0, role: 'group', 'aria-label': `${svg.querySelector('title').textContent}. ${figure.dataset.dnmaChart}` });
    svg.replaceWith(stage);
    const tip = element('div', 'position:absolute;visibility:hidden;left:0;top:0;z-index:1;pointer-events:none;padding:6px 9px;border-radius:4px;background:#1b1e23;color:#fff;font:13px/1.4 system-ui,sans-serif;white-space:pre;max-width:100%;box-sizing:border-box;overflow:hidden', { role: 'status' });
    stage.append(svg, tip);
    const cross = document.createElementNS(space, 'path');
    cross.setAttribute('stroke', '#1b1e23');
    cross.setAttribute('pointer-events', 'none');
    svg.append(cross);

    function hide() {
      if (current >= 0) marks[current].removeAttribute('stroke');
      cross.removeAttribute('d');
      tip.style.visibility = 'hidden';
      tip.textContent = '';
    }

    function show(at) {
      hide();
      current = at;
      const mark = marks[at];
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(name => Number(mark.getAttribute(name)));
      const isColumn = mark.dataset.mark === 'column';
      if (isColumn) cross.setAttribute('d', `M${x + width / 2} ${y}v${height}`);
      else {
        mark.setAttribute('stroke', '#1b1e23');
        mark.setAttribute('stroke-width', '2');
      }
      tip.textContent = linesOf(at).join('\n');
      const [box, ground] = [mark.getBoundingClientRect(), stage.getBoundingClientRect()];
      const middle = box.left - ground.left + box.width / 2;
      const beside = middle + 12 + tip.offsetWidth > ground.width ? middle - 12 - tip.offsetWidth : middle + 12;
      const left = isColumn ? beside : Math.min(middle - tip.offsetWidth / 2, ground.width - tip.offsetWidth);
      const above = box.top - ground.top - tip.offsetHeight - 6;
      tip.style.left = `${Math.max(0, left)}px`;
      tip.style.top = `${isColumn ? box.top - ground.top + 6 : above > 0 ? above : box.bottom - ground.top + 6}px`;
      tip.style.visibility = 'visible';
    }

    // The next figure that is shown: upwards and downwards the nearest in line, else in reading order.
    function next(from, key) {
      const step = key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1;
      if (key === 'ArrowUp' || key === 'ArrowDown') {
        const own = marks[from].getBBox();
        const middle = own.x + own.width / 2;
        const inLine = marks.map((mark, at) => ({ at, box: mark.getBBox() }))
          .filter(({ at, box }) => isShown(at) && step * (box.y - own.y) > 1 && box.x - 1 <= middle && box.x + box.width + 1 >= middle)
          .sort((a, b) => step * (a.box.y - b.box.y));
        if (inLine.length > 0) return inLine[0].at;
      }
      for (let at = from + step; at >= 0 && at < marks.length; at += step) if (isShown(at)) return at;
      return from;
    }

    const ends = { Home: () => marks.findIndex((_, at) => isShown(at)), End: () => marks.findLastIndex((_, at) => isShown(at)) };
    const ofEvent = event => marks.indexOf(event.target.closest('[data-mark]'));
    const point = event => {
      const at = ofEvent(event);
      if (at >= 0 && isShown(at)) show(at);
      else hide();
    };
    svg.addEventListener('pointermove', point);
    svg.addEventListener('pointerdown', point);
    svg.addEventListener('pointerleave', hide);
    stage.addEventListener('focus', () => { if (stage.matches(':focus-visible')) show(current >= 0 && isShown(current) ? current : ends.Home()); });
    stage.addEventListener('blur', hide);
    stage.addEventListener('keydown', event => {
      if (event.key === 'Escape') hide();
      else if (event.key in ends) show(ends[event.key]());
      else if (event.key.startsWith('Arrow')) show(current >= 0 ? next(current, event.key) : ends.Home());
      else return;
      // A notebook's own keys are not meant.
      event.preventDefault();
      event.stopPropagation();
    });

    const legend = figure.querySelector('[data-legend]');
    if (legend === null) return;
    legend.hidden = false;
    legend.style.cssText = 'display:flex;flex-wrap:wrap;gap:6px;margin:4px 0';
    legend.setAttribute('role', 'group');
    legend.setAttribute('aria-label', figure.dataset.series);
    const buttons = [...legend.children].map((span, at) => {
      const button = element('button', 'font:13px/1.4 system-ui,sans-serif;padding:2px 10px;border:1px solid #5b626b;border-radius:4px;background:#fff;color:#1b1e23;cursor:pointer', { type: 'button', 'aria-pressed': 'true' });
      const swatch = element('span', `display:inline-block;width:11px;height:11px;margin-right:6px;border:2px solid ${span.dataset.color}`, { 'aria-hidden': 'true' });
      button.append(swatch, span.textContent);
      button.addEventListener('click', () => {
        hidden[hidden.has(String(at)) ? 'delete' : 'add'](String(at));
        if (hidden.size === buttons.length) hidden.clear();
        paint();
      });
      span.replaceWith(button);
      return { button, swatch, color: span.dataset.color };
    });
    function paint() {
      hide();
      buttons.forEach(({ button, swatch, color }, at) => {
        const isOn = !hidden.has(String(at));
        button.setAttribute('aria-pressed', isOn);
        swatch.style.background = isOn ? color : 'none';
        button.style.textDecoration = isOn ? 'none' : 'line-through';
        for (const node of svg.querySelectorAll(`[data-s="${at}"]:not([data-mark])`)) node.style.display = isOn ? '' : 'none';
      });
    }
    paint();
  }

  for (const figure of document.querySelectorAll('figure[data-dnma-chart]:not([data-live])')) {
    figure.dataset.live = '';
    enliven(figure);
  }
})();
