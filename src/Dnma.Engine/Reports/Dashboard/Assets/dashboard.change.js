// How the visits of two weeks differ: who entered and left, how many users, how often they came. The same terms as docs/comparison.md, exact and whole.
const Change = (() => {
  'use strict';

  // before, after: Map of establishment → { visits, users }. Terms add up to the change to the last visit.
  function terms(before, after) {
    const sums = { entered: 0, left: 0, visits: [0, 0], users: [0, 0], constant: 0 };
    for (const [place, row] of after) {
      if (!before.has(place)) sums.entered += row.visits;
    }
    for (const [place, row] of before) {
      const then = after.get(place);
      if (!then) { sums.left += row.visits; continue; }
      sums.constant++;
      sums.visits[0] += row.visits;
      sums.visits[1] += then.visits;
      // User-weeks: a volume, by which visits are divided. Persons of two establishments are in it twice, and it is never shown as a number of persons.
      sums.users[0] += row.users;
      sums.users[1] += then.users;
    }
    const [va, vb] = sums.visits.map(BigInt);
    const [ua, ub] = sums.users.map(BigInt);
    if (ua === 0n || ub === 0n) return { ...sums, effect: null };
    // ΔU · q̄ and Ū · Δq over the common denominator 2·ua·ub.
    const whole = 2n * ua * ub;
    const effect = [(ub - ua) * (va * ub + vb * ua), (ua + ub) * (vb * ua - va * ub)];
    const floors = effect.map(term => term >= 0n ? term / whole : -((-term + whole - 1n) / whole));
    const rests = effect.map((term, at) => term - floors[at] * whole);
    // What rounding down left goes to the larger rest, the first of equal ones.
    if (floors[0] + floors[1] !== vb - va) floors[rests[1] > rests[0] ? 1 : 0] += 1n;
    return { ...sums, effect: floors.map(Number) };
  }

  return { terms };
})();

