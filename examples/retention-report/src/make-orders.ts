// Writes a CSV of made-up orders, by day as shops write them, the same for the same seed:
// tsx --conditions=@kefu/source examples/retention-report/src/make-orders.ts 10000000 orders.csv
import { closeSync, openSync, writeSync } from "node:fs";
import { seededRandom } from "@kefu/core";
import { dateOfDay } from "./orders/read-cells.ts";

const [rows = 0, path = "orders.csv", seed = "maplewick"] = [
  Number(process.argv[2]),
  ...process.argv.slice(3),
];
const [FIRST_DAY, DAYS] = [19_358, 1_096];
const random = seededRandom(seed);
const from0 = () => 1 - random.next();

const days = new Uint16Array(rows);
const customers = new Int32Array(rows);
const amounts = new Int32Array(rows);
let [size, customer] = [0, 0];
for (; size < rows; customer++) {
  // Some buy often and some seldom, some leave soon and some late, some spend much and some little.
  const daysBetween = 20 / -Math.log(from0());
  const leaving = 0.15 * random.next() ** 2;
  const usual = 1_500 * Math.exp(2 * random.next());
  let isThere = true;
  for (let day = DAYS * random.next(); isThere && day < DAYS && size < rows; ) {
    const amount = Math.round(usual * -Math.log(from0())) + 100;
    days[size] = day;
    customers[size] = customer;
    amounts[size++] = random.integer(50) === 0 ? -amount : amount;
    isThere = random.next() >= leaving;
    day -= daysBetween * Math.log(from0());
  }
}

const starts = new Int32Array(DAYS + 1);
for (const day of days) starts[day + 1] = (starts[day + 1] as number) + 1;
for (let day = 0; day < DAYS; day++)
  starts[day + 1] = (starts[day + 1] as number) + (starts[day] as number);
const order = new Int32Array(rows);
for (let row = 0; row < rows; row++) {
  const day = days[row] as number;
  const to = starts[day] as number;
  order[to] = row;
  starts[day] = to + 1;
}

const file = openSync(path, "w");
let text = "customer_id,order_date,amount\n";
for (const row of order) {
  const minor = amounts[row] as number;
  const sign = minor < 0 ? "-" : "";
  const [whole, cents] = [Math.floor(Math.abs(minor) / 100), Math.abs(minor) % 100];
  const date = dateOfDay(FIRST_DAY + (days[row] as number));
  text += `C${customers[row]},${date},${sign}${whole}.${String(cents).padStart(2, "0")}\n`;
  if (text.length > 1 << 20) {
    writeSync(file, text);
    text = "";
  }
}
writeSync(file, text);
closeSync(file);
console.log(`${path}: ${rows} orders of ${customer} customers`);
