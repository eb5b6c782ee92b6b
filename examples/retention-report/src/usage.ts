/** What `--help` tells. */
export const USAGE = `report [orders.csv]   who stays, what they are worth: a report out of a CSV of orders

  --out FILE           the report to write (retention-report.html)
  --json               print the figures as JSON instead
  --locale TAG         en, zh-Hans or zh-Hant (en)
  --workers N          read with so many threads, 1 to 64 (1)
  --queue              read with so many processes that take pieces of the file from a queue in
                       PostgreSQL: on the server of DATABASE_URL, else within the command
  --id, --date, --amount NAME
                       the columns, where their names are not found
  --currency CODE      the currency of all amounts (USD)
  --calibration-end DATE
                       the last day that the forecast may see (the middle of the data)
  --margin SHARE       what remains of a unit of sales (1)
  --discount SHARE     the discount rate of a year (0.1)
  --contact-cost N     what reaching out to a customer costs (1)
  --success SHARE      who of those reached comes back (0.1)
  --satisfied N/M      how many of those asked are satisfied (800/1000, made up)
  --spending N         what another point of satisfaction costs (0)

Without a file, the orders of CDNOW's customers of early 1997 are read. Rows that are no orders go to a file
beside the report, with line and reason; all others count.`;
