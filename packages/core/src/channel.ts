import { z } from "zod";

/** By which way customer and business meet. `"site"` is the business's own pages and FAQ, `"messenger"` chat apps. */
export const Channel = z.enum([
  "site",
  "community",
  "email",
  "form",
  "chat",
  "messenger",
  "sms",
  "phone",
  "post",
  "visit",
]);
/** By which way customer and business meet, see the schema of the same name. */
export type Channel = z.output<typeof Channel>;

/** Which way something went: `"inbound"` from the customer, `"outbound"` to the customer. */
export const Direction = z.enum(["inbound", "outbound"]);
/** Which way something went, see the schema of the same name. */
export type Direction = z.output<typeof Direction>;
