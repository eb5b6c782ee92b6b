import type { Instant } from "@kefu/core";
import { tellLedger } from "../database/ledger.ts";
import { customerOfVisit } from "../database/shop-customers.ts";
import type { HelpCentre } from "../help-centre.ts";
import type { Activity } from "./programme.ts";

/**
 * Gives points for feedback on an answer to who has a wallet: once an answer, however often the form is sent. Others stay
 * nobody: judging an answer opens no wallet.
 */
export async function rewardFeedback(
  { database }: HelpCentre,
  visit: string,
  {
    activity,
    subject,
    at,
  }: { readonly activity: Activity; readonly subject: string; readonly at: Instant },
): Promise<void> {
  const customer = await customerOfVisit(database, visit);
  if (customer === undefined || customer.walletSince === null) return;
  await tellLedger(database, customer.key, {
    ...{ type: "reward", commandId: `${activity}/${subject}`, at, activity, subject },
  });
}
