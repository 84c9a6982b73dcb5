// The rows of the measurement: decoded group by group when they are asked for, then found by their keys. Nothing is ever added up that a row does not hold.
const Rows = (() => {
  'use strict';

  const data = JSON.parse(document.getElementById('donnees').textContent);
  const figures = ['visits', 'users', 'pages', 'hits', 'duration', 'timed', 'bounces', 'flash'];
  const kinds = { all: 'ensemble de la période', 'school-year': 'année scolaire', month: 'mois', week: 'semaine', day: 'jour' };

  const periods = data.periods.map(([kind, start, end, isPartial, label, apart]) => ({ kind, start, end, isPartial: isPartial === 1, label, apart }));
  const ofKind = new Map();
  for (const period of periods) {
    if (!ofKind.has(period.kind)) ofKind.set(period.kind, []);
    period.rank = ofKind.get(period.kind).push(period) - 1;
  }

  const dimensions = new Map(data.dimensions.map(dimension => [dimension.code, { ...dimension, index: new Map(dimension.codes.map((code, at) => [code, at])) }]));
  const levels = new Map(data.levels.map(level => [level.code, level]));
  const keyOf = (kind, start, level, dimension) => `${kind}\n${start}\n${level}\n${dimension}`;
  const groups = new Map(data.groups.map(([kind, start, level, dimension, chunk, count]) => [keyOf(kind, start, level, dimension), { chunk, count, single: start >= 0 }]));
  const left = new Set(data.left.map(([kind, start, level, dimension]) => keyOf(kind, start, level, dimension)));

  const loaded = document.readyState === 'loading'
    ? new Promise(resolve => addEventListener('DOMContentLoaded', resolve, { once: true }))
    : Promise.resolve();

  // Raw deflate in base64, in an element of its own. One stored block is read at once: the page that opens waits for nothing.
  async function bytesOf(chunk) {
    if (document.getElementById(`c${chunk}`) === null) await loaded;
    const text = atob(document.getElementById(`c${chunk}`).textContent);
    const packed = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at++) packed[at] = text.charCodeAt(at);
    if ((packed[0] & 7) === 1) return packed.subarray(5);
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  // The columns of RowBytes.cs.
  function decode(bytes) {
    let at = 0;
    const next = () => {
      let value = 0;
      let factor = 1;
      for (;;) {
        const byte = bytes[at++];
        if (byte < 0x80) return value + byte * factor;
        value += (byte & 0x7f) * factor;
        factor *= 128;
      }
    };
    const signed = () => {
      const value = next();
      return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    };
    const count = next();
    const fill = (array, read) => {
      for (let row = 0; row < count; row++) array[row] = read(row);
      return array;
    };
    const period = new Int32Array(count);
    fill(period, row => (row > 0 ? period[row - 1] : 0) + next());
    const territory = new Int32Array(count);
    fill(territory, row => (row > 0 && period[row] === period[row - 1] ? territory[row - 1] : 0) + next());
    const modality = fill(new Int32Array(count), next);
    const visits = fill(new Float64Array(count), next);
    const users = fill(new Float64Array(count), row => visits[row] - signed());
    const pages = fill(new Float64Array(count), next);
    const hits = fill(new Float64Array(count), row => pages[row] + signed());
    const duration = fill(new Float64Array(count), next);
    const timed = fill(new Float64Array(count), row => visits[row] - signed());
    const bounces = fill(new Float64Array(count), next);
    const flash = fill(new Float64Array(count), next);
    return { count, period, territory, modality, visits, users, pages, hits, duration, timed, bounces, flash };
  }

  const decoded = new Map();
  function chunkOf(id) {
    if (!decoded.has(id)) decoded.set(id, bytesOf(id).then(decode));
    return decoded.get(id);
  }

  // The rows of one period, level and dimension.
  class Slice {
    constructor(columns, rank) {
      this.columns = columns;
      [this.from, this.to] = rank === null ? [0, columns.count] : [this.#first(0, columns.count, columns.period, rank), this.#first(0, columns.count, columns.period, rank + 1)];
    }

    #first(from, to, column, value) {
      while (from < to) {
        const middle = (from + to) >>> 1;
        if (column[middle] < value) from = middle + 1; else to = middle;
      }
      return from;
    }

    row(at) {
      const row = { modality: this.columns.modality[at], territory: this.columns.territory[at] };
      for (const figure of figures) row[figure] = this.columns[figure][at];
      return row;
    }

    // All modalities of a territory.
    of(territory) {
      const rows = [];
      for (let at = this.#first(this.from, this.to, this.columns.territory, territory); at < this.to && this.columns.territory[at] === territory; at++) rows.push(this.row(at));
      return rows;
    }

    // One modality of a territory, or null.
    find(territory, modality) {
      return this.of(territory).find(row => row.modality === modality) ?? null;
    }

    // One modality of every territory that has it.
    every(modality) {
      const rows = [];
      for (let at = this.from; at < this.to; at++) if (this.columns.modality[at] === modality) rows.push(this.row(at));
      return rows;
    }
  }

  // The rows of a period, or null where the page has none; why says which it is.
  async function slice(period, level, dimension) {
    const single = groups.get(keyOf(period.kind, period.start, level, dimension));
    if (single) return new Slice(await chunkOf(single.chunk), null);
    const shared = groups.get(keyOf(period.kind, -1, level, dimension));
    return shared ? new Slice(await chunkOf(shared.chunk), period.rank) : null;
  }

  const names = new Map();
  // Codes and names of a level, and how to find one.
  function territories(level) {
    if (!names.has(level)) {
      const entry = levels.get(level);
      const read = entry.chunk < 0 ? Promise.resolve(entry) : bytesOf(entry.chunk).then(bytes => JSON.parse(new TextDecoder().decode(bytes)));
      names.set(level, read.then(found => ({ ...found, index: new Map(found.codes.map((code, at) => [code, at])) })));
    }
    return names.get(level);
  }

  // Why a row is not on the page, in a sentence.
  function why(period, level, dimension, slice) {
    const label = levels.get(level)?.label.toLowerCase() ?? level;
    if (!dimensions.has(dimension)) return 'Cette mesure ne compte pas cette répartition.';
    if (slice === null) {
      return left.has(keyOf(period.kind, period.start, level, dimension)) || left.has(keyOf(period.kind, -1, level, dimension))
        ? 'Ces lignes sont dans indicators.csv\u00a0; elles sont trop nombreuses pour cette page.'
        : data.threshold > 0 ? `Aucune ligne montrée\u00a0: elles sont masquées (seuil de ${data.threshold} utilisateurs), ou la mesure n’en a pas à ce niveau.`
        : `Les tables n’ont pas de ligne de cette répartition pour cette période (${kinds[period.kind]}) à ce niveau (${label}).`;
    }
    if (data.threshold > 0) return `Aucune ligne montrée\u00a0: elle est masquée (seuil de ${data.threshold} utilisateurs), ou rien n’y a été compté.`;
    return 'Rien n’a été compté\u00a0: les tables n’ont pas cette ligne.';
  }

  return { data, periods, ofKind, kinds, dimensions, levels, slice, territories, why };
})();

