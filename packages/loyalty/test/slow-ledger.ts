// A ledger written the other way: every lot is a row that is never removed, every question looks at all rows, and time goes
// by day after day. Slow, and plain enough to be seen to be right.

export interface SlowProgramme {
  readonly pendingDays: number;
  readonly lifeDays: number;
  readonly clawback: "only-pending" | "within-balance" | "unlimited";
}

interface Row {
  readonly id: number;
  readonly earned: number;
  readonly usable: number;
  readonly ends: number;
  readonly source: string;
  left: number;
}

interface Piece {
  readonly row: Row;
  points: number;
}

interface SlowOrder {
  readonly lines: number[];
  points: number;
  expired: number;
}

export type SlowAnswer = readonly [outcome: string, ...figures: number[]];

export class SlowLedger {
  day = 0;
  debt = 0;
  spent = 0;
  expired = 0;
  private lots = 0;
  private rows: Row[] = [];
  private readonly holds = new Map<string, { readonly ends: number; readonly pieces: Piece[] }>();
  private readonly used = new Map<string, Piece[]>();
  private readonly orders = new Map<string, SlowOrder>();

  constructor(private readonly programme: SlowProgramme) {}

  earn(day: number, id: string, lines: readonly number[]): SlowAnswer {
    this.goTo(day);
    if (this.orders.has(id)) return ["order-known"];
    const points = pointsFor(lines);
    this.orders.set(id, { lines: [...lines], points, expired: 0 });
    const { pendingDays, lifeDays } = this.programme;
    const ends = day + lifeDays;
    if (points > 0)
      this.put(this.lots++, day, Math.min(day + pendingDays, ends), ends, `order/${id}`, points);
    return ["accepted", points];
  }

  redeem(day: number, id: string, points: number): SlowAnswer {
    this.goTo(day);
    if (this.available() < points) return ["insufficient"];
    this.used.set(id, this.take(this.usable(), points));
    this.spent += points;
    return ["accepted", points];
  }

  hold(day: number, id: string, points: number, ends: number): SlowAnswer {
    this.goTo(day);
    if (ends <= this.day) return ["hold-over"];
    if (this.available() < points) return ["insufficient"];
    this.holds.set(id, { ends, pieces: this.take(this.usable(), points) });
    return ["accepted", points];
  }

  capture(day: number, id: string, points: number): SlowAnswer {
    this.goTo(day);
    const hold = this.holds.get(id);
    if (!hold) return ["unknown-hold"];
    if (points > sum(hold.pieces)) return ["more-than-taken"];
    this.holds.delete(id);
    const [captured, rest] = cut(hold.pieces, points);
    this.used.set(id, captured);
    this.spent += points;
    for (const piece of rest) this.giveBack(piece, piece.row.ends);
    return ["accepted", points];
  }

  void(day: number, id: string): SlowAnswer {
    this.goTo(day);
    const hold = this.holds.get(id);
    if (!hold) return ["unknown-hold"];
    this.holds.delete(id);
    for (const piece of hold.pieces) this.giveBack(piece, piece.row.ends);
    return ["accepted", sum(hold.pieces)];
  }

  reverse(day: number, id: string, points: number, graceDays: number): SlowAnswer {
    this.goTo(day);
    const pieces = this.used.get(id);
    if (!pieces) return ["unknown-redemption"];
    if (points > sum(pieces)) return ["more-than-taken"];
    const [kept, back] = cut(pieces, sum(pieces) - points);
    this.used.set(id, kept);
    this.spent -= points;
    const least = graceDays > 0 ? day + graceDays : 0;
    for (const piece of back) this.giveBack(piece, Math.max(piece.row.ends, least));
    return ["accepted", points];
  }

  refund(day: number, id: string, line: number, amount: number): SlowAnswer {
    this.goTo(day);
    const order = this.orders.get(id);
    if (!order) return ["unknown-order"];
    if ((order.lines[line] ?? 0) < amount) return ["more-than-bought"];
    order.lines[line] = (order.lines[line] ?? 0) - amount;
    const wanted = order.points - pointsFor(order.lines);
    order.points -= wanted;
    const expired = Math.min(wanted, order.expired);
    order.expired -= expired;
    const own = (row: Row) => row.source === `order/${id}`;
    const waiting = this.rows.filter((row) => row.usable > this.day && own(row)).sort(byUsable);
    const there = this.programme.clawback === "only-pending" ? [] : this.usable();
    const rows = [...waiting, ...there.filter(own), ...there.filter((row) => !own(row))];
    const due = wanted - expired;
    const taken = sum(this.take(rows, due));
    const debt = this.programme.clawback === "unlimited" ? due - taken : 0;
    this.debt += debt;
    return ["accepted", wanted, taken + debt];
  }

  adjust(day: number, id: string, points: number): SlowAnswer {
    this.goTo(day);
    if (points > 0)
      this.put(this.lots++, day, day, day + this.programme.lifeDays, `adjustment/${id}`, points);
    else this.debt += -points - sum(this.take(this.usable(), -points));
    return ["accepted", points];
  }

  /** Time goes by, a day at a time. */
  goTo(day: number): void {
    while (this.day < day) this.nextDay();
  }

  private nextDay(): void {
    this.day++;
    this.endRows();
    const over = [...this.holds].filter(([, { ends }]) => ends <= this.day);
    for (const [id, { pieces }] of over.sort((a, b) => a[1].ends - b[1].ends)) {
      this.holds.delete(id);
      for (const piece of pieces) this.giveBack(piece, piece.row.ends);
    }
    const arriving = this.rows.filter(({ usable }) => usable === this.day);
    for (const row of arriving.sort(byUsable)) this.fillUp(row);
    this.endRows();
  }

  balance() {
    const available = this.available();
    const held = [...this.holds.values()].reduce((total, { pieces }) => total + sum(pieces), 0);
    const waiting = this.rows.filter(({ usable }) => usable > this.day);
    const pending = waiting.reduce((total, { left }) => total + left, 0);
    const { expired, spent, debt: negative } = this;
    return { active: available + held, pending, held, available, expired, spent, negative };
  }

  private available(): number {
    return this.usable().reduce((total, { left }) => total + left, 0);
  }

  private usable(): Row[] {
    const rows = this.rows.filter(({ usable, ends }) => usable <= this.day && ends > this.day);
    return rows.sort((a, b) => a.ends - b.ends || a.earned - b.earned || a.id - b.id);
  }

  private put(
    id: number,
    earned: number,
    usable: number,
    ends: number,
    source: string,
    left: number,
  ) {
    const row = { id, earned, usable, ends, source, left };
    this.rows.push(row);
    if (usable <= this.day && ends > this.day) this.fillUp(row);
    this.endRows();
  }

  private giveBack({ row, points }: Piece, ends: number): void {
    this.put(row.id, row.earned, row.usable, ends, row.source, points);
  }

  private fillUp(row: Row): void {
    if (row.ends <= this.day) return;
    const filled = Math.min(this.debt, row.left);
    this.debt -= filled;
    row.left -= filled;
  }

  private take(rows: readonly Row[], points: number): Piece[] {
    let missing = points;
    const pieces: Piece[] = [];
    for (const row of rows) {
      const part = Math.min(missing, row.left);
      missing -= part;
      row.left -= part;
      if (part > 0) pieces.push({ row: { ...row }, points: part });
    }
    return pieces;
  }

  private endRows(): void {
    for (const row of this.rows) {
      if (row.ends > this.day || row.left === 0) continue;
      this.expired += row.left;
      const order = this.orders.get(row.source.replace("order/", ""));
      if (order && row.source.startsWith("order/")) order.expired += row.left;
      row.left = 0;
    }
  }
}

const byUsable = (a: Row, b: Row) =>
  a.usable - b.usable || a.ends - b.ends || a.earned - b.earned || a.id - b.id;

const pointsFor = (lines: readonly number[]) =>
  Math.floor(lines.reduce((total, each) => total + each, 0) / 100);

const sum = (pieces: readonly Piece[]) => pieces.reduce((total, { points }) => total + points, 0);

function cut(pieces: readonly Piece[], points: number): [Piece[], Piece[]] {
  let left = points;
  const first: Piece[] = [];
  const rest: Piece[] = [];
  for (const { row, points: all } of pieces) {
    const part = Math.min(left, all);
    left -= part;
    if (part > 0) first.push({ row, points: part });
    if (part < all) rest.push({ row, points: all - part });
  }
  return [first, rest];
}
