/**
 * The vocabulary of customer service, as plain data.
 *
 * @packageDocumentation
 */
export { type Accumulator, accumulate } from "./accumulator.ts";
export { allocateMoney } from "./allocate-money.ts";
export { Because, explainBecause, MessageCatalogue } from "./because.ts";
export { Channel, Direction } from "./channel.ts";
export {
  type CompileConditionOptions,
  type CompiledCondition,
  ConditionGroups,
  compileCondition,
  conditionCompiler,
} from "./compile-condition.ts";
export {
  Condition,
  type FieldComparison,
  type FieldCondition,
  type FieldQuestion,
  InvalidConditionError,
  type JsonTypeName,
  type JsonValue,
  parseCondition,
  type TextComparison,
} from "./condition.ts";
export { checkConditionFields, conditionFields } from "./condition-fields.ts";
export type { ConditionPath } from "./condition-leaves.ts";
export { coreMessages } from "./core-messages.ts";
export { Currency, currencyDecimals } from "./currency.ts";
export { ContactPoint, Customer, CustomerIdentity, type CustomerInput } from "./customer.ts";
export { Audience, DataClass } from "./data-class.ts";
export {
  type Decider,
  type Decision,
  type Handled,
  handle,
  type IdentifiedCommand,
  REMEMBERED_COMMANDS,
  replay,
  type Snapshot,
} from "./decider.ts";
export { decimalOf, moneyOfDecimal } from "./decimal-money.ts";
export { Duration, millisecondsIn } from "./duration.ts";
export { InvalidInputError, KefuError, type KefuIssue } from "./errors.ts";
export {
  type ConditionTrace,
  type ExplainConditionOptions,
  explainCondition,
} from "./explain-condition.ts";
export { bucketOf, fnv1a32, murmur3 } from "./hash.ts";
export {
  CommandId,
  CustomerId,
  InteractionId,
  identifier,
  MessageId,
  OrderId,
  OrderLineId,
  ProductId,
  TicketId,
} from "./identifier.ts";
export { Instant, instant, isoOf } from "./instant.ts";
export { Interaction } from "./interaction.ts";
export { LocalDate } from "./local-date.ts";
export {
  fallbackChain,
  Locale,
  LocaleFallbackPolicy,
  type LocaleFallbackPolicyInput,
} from "./locale.ts";
export { LocalizedText, localize, localizeValue } from "./localized-text.ts";
export { Message } from "./message.ts";
export {
  AmountOverflowError,
  addMoney,
  CurrencyMismatchError,
  compareMoney,
  Money,
  money,
  subtractMoney,
} from "./money.ts";
export { LineQuantity, Order, type OrderInput, OrderLine, Refund, Shipment } from "./order.ts";
export { parseInput } from "./parse-input.ts";
export { Product, type ProductInput } from "./product.ts";
export { redact } from "./redact.ts";
export { Fraction, multiplyMoney, multiplyRounded, Rounding } from "./rounding.ts";
export { type SeededRandom, seededRandom } from "./seeded-random.ts";
export { nextServiceLevel, SERVICE_LEVELS, ServiceLevel } from "./service-level.ts";
export { SearchContext, Ticket, type TicketInput } from "./ticket.ts";
export { type Interval, wilsonInterval } from "./wilson-interval.ts";
