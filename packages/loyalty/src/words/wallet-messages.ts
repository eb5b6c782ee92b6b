import type { MessageCatalogue } from "@kefu/core";
import { three } from "./three-languages.ts";

/** The sentences of a customer's page in English, 简体 and 繁體, for `explainBecause`. `{s}` is the English plural. */
export const walletMessages: MessageCatalogue = {
  available: three("You have {n} point{s}.", "您有{n}积分可用。", "您有{n}點可用。"),
  pending: three(
    "{n} point{s} will become usable later.",
    "另有{n}积分尚未生效。",
    "另有{n}點尚未生效。",
  ),
  "expires-day": three(
    "{n} point{s} can be used through {last}.",
    "{n}积分可用至{last}。",
    "{n}點可使用至{last}。",
  ),
  "expires-month": three(
    "{n} point{s} will expire in {last}.",
    "{n}积分将于{last}到期。",
    "{n}點將於{last}到期。",
  ),
  "tier-lowest": three("Your tier is {tier}.", "您的等级是{tier}。", "您的等級是{tier}。"),
  "tier-reached": three("You have reached {tier}.", "您已达到{tier}等级。", "您已達到{tier}等級。"),
  "tier-carried-over": three(
    "You are {tier} by what you earned in the year before.",
    "凭上一年度的累计，您享有{tier}等级。",
    "憑上一年度的累計，您享有{tier}等級。",
  ),
  "tier-kept-after-clawback": three(
    "You keep {tier} for now, although not all of it counts any more.",
    "虽有部分累计已被扣回，您仍暂时保有{tier}等级。",
    "雖有部分累計已被扣回，您仍暫時保有{tier}等級。",
  ),
  "tier-in-grace": three(
    "You keep {tier} for a time of grace.",
    "您正处于宽限期，仍保有{tier}等级。",
    "您正處於寬限期，仍保有{tier}等級。",
  ),
  "tier-stepped-down": three(
    "Your tier went down to {tier}.",
    "您的等级已降为{tier}。",
    "您的等級已降為{tier}。",
  ),
  "tier-ends": three(
    "{tier} lasts through {last}.",
    "{tier}有效期至{last}。",
    "{tier}有效期至{last}。",
  ),
  "tier-next": three(
    "{missing} more will bring you to {tier}.",
    "再累计{missing}，即可升至{tier}等级。",
    "再累計{missing}，即可升至{tier}等級。",
  ),
  "tier-keep": three(
    "To keep {tier}, earn {missing} from {from} through {last}.",
    "{from}至{last}期间累计{missing}，即可保住{tier}等级。",
    "{from}至{last}期間累計{missing}，即可保住{tier}等級。",
  ),
  points: three("{n} point{s}", "{n}积分", "{n}點"),
  visits: three("{n} visit{s}", "{n}次光顾", "{n}次光顧"),
  spendMinor: three("{n} of spending", "{n}消费额", "{n}消費額"),
  or: three(" or ", "或", "或"),
};
