// Figures and dates as French readers write them; exact to the last digit, rounded half up once. The same rules as FrenchFormat in the engine.
const French = (() => {
  'use strict';

  const nothing = '–';
  const narrow = '\u202f';
  const days = ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'];
  const months = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];

  const grouped = digits => digits.replace(/\B(?=(\d{3})+$)/g, narrow);
  const count = value => (value < 0 ? '\u2212' : '') + grouped(String(Math.abs(value)));
  // Differences are written with their sign, zero without one.
  const signed = value => (value > 0 ? '+' : '') + count(value);

  // numerator ÷ denominator, half up, in whole numbers.
  const rounded = (numerator, denominator) => Number((2n * numerator + denominator) / (2n * denominator));

  const decimal = (value, digits) => {
    const text = String(value).padStart(digits + 1, '0');
    return `${grouped(text.slice(0, -digits))},${text.slice(-digits)}`;
  };

  // What is neither nothing nor all is never written as 0 or 100.
  function share(part, whole) {
    if (!(whole > 0)) return nothing;
    const tenths = rounded(BigInt(part) * 1000n, BigInt(whole));
    const text = tenths === 0 && part > 0 ? `<${narrow}0,1` : tenths === 1000 && part < whole ? `>${narrow}99,9` : decimal(tenths, 1);
    return `${text}${narrow}%`;
  }

  // A change in parts of what it is a change of: +12,3 %.
  function change(after, before) {
    if (!(before > 0)) return nothing;
    const difference = after - before;
    const tenths = rounded(BigInt(Math.abs(difference)) * 1000n, BigInt(before));
    return `${difference < 0 ? '\u2212' : difference > 0 ? '+' : ''}${decimal(tenths, 1)}${narrow}%`;
  }

  const mean = (sum, number) => number > 0 ? decimal(rounded(BigInt(sum) * 100n, BigInt(number)), 2) : nothing;

  // min:s, from an hour on h:min:s.
  function duration(sumMs, number) {
    if (!(number > 0)) return nothing;
    const seconds = rounded(BigInt(sumMs), BigInt(number) * 1000n);
    const two = value => String(value).padStart(2, '0');
    const minutes = Math.floor(seconds / 60);
    return minutes < 60 ? `${two(minutes)}:${two(seconds % 60)}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
  }

  const dateOf = day => new Date(day * 86400000);
  const weekdayOf = day => dateOf(day).getUTCDay();
  const weekday = day => days[weekdayOf(day)];
  const monthOf = day => months[dateOf(day).getUTCMonth()];
  const dayMonth = day => `${dateOf(day).getUTCDate() === 1 ? '1er' : dateOf(day).getUTCDate()} ${monthOf(day)}`;
  const date = day => `${dayMonth(day)} ${dateOf(day).getUTCFullYear()}`;
  const longDay = day => `${weekday(day)} ${date(day)}`;
  const iso = day => dateOf(day).toISOString().slice(0, 10);
  const dayOfIso = text => /^\d{4}-\d\d-\d\d$/.test(text) ? Math.round(Date.parse(`${text}T00:00:00Z`) / 86400000) : NaN;
  const of = (number, one, many) => `${count(number)} ${Math.abs(number) < 2 ? one : many}`;

  // Codes come from logs: what cannot be seen, or would turn the text around, is shown as a mark; what is long is cut.
  const visible = (text, longest = 80) => {
    const shown = [...text];
    return (shown.length > longest ? [...shown.slice(0, longest - 1), '…'] : shown).join('').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\ufffd');
  };

  // An axis that ends on a round number: its end and its step.
  function axis(most) {
    if (!(most > 0)) return { end: 1, step: 1 };
    const power = 10 ** Math.floor(Math.log10(most / 4));
    const step = Math.max(1, [1, 2, 2.5, 5, 10].map(factor => factor * power).find(value => value * 4 >= most && (value >= 1)) ?? 10 * power);
    return { end: Math.ceil(most / step) * step, step };
  }

  const short = value => value >= 1e9 ? `${count(Math.round(value / 1e8) / 10).replace('.', ',')} Md` : value >= 1e6 ? `${String(Math.round(value / 1e5) / 10).replace('.', ',')} M` : count(value);

  return { nothing, narrow, count, signed, share, change, mean, duration, weekday, weekdayOf, monthOf, dateOf, dayMonth, date, longDay, iso, dayOfIso, of, visible, axis, short };
})();

