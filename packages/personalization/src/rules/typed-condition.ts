import type { Duration, JsonTypeName } from "@kefu/core";
import type { SegmentCondition } from "./rule-condition.ts";

/** How deep paths are followed at compile time; longer ones are for {@link compileRules} to check. */
type Deepest = 5;

/** The paths of the fields of a profile: `"address.city"`, `"orders.0.total"`, `"orders.length"`. */
export type FieldPath<Profile, Level extends readonly 0[] = []> = Level["length"] extends Deepest
  ? never
  : unknown extends Profile
    ? string
    : NonNullable<Profile> extends readonly (infer Element)[]
      ? "length" | `${number}` | `${number}.${FieldPath<Element, [...Level, 0]>}`
      : NonNullable<Profile> extends object
        ? PathsOfKeys<NonNullable<Profile>, Level>
        : never;

type PathsOfKeys<Profile, Level extends readonly 0[]> = {
  [K in keyof Profile & string]: K | `${K}.${FieldPath<Profile[K], [...Level, 0]>}`;
}[keyof Profile & string];

/** What is at a path of a profile. */
export type ValueAt<Profile, Path extends string> = unknown extends Profile
  ? unknown
  : Path extends `${infer Key}.${infer Rest}`
    ? ValueAt<PartAt<NonNullable<Profile>, Key>, Rest>
    : PartAt<NonNullable<Profile>, Path>;

type PartAt<Owner, Key extends string> = Owner extends readonly (infer Element)[]
  ? Key extends "length"
    ? number
    : Element
  : Key extends keyof Owner
    ? Owner[Key]
    : undefined;

type Version = "verEq" | "verNe" | "verGt" | "verGte" | "verLt" | "verLte";
type Order = "gt" | "gte" | "lt" | "lte";

/** Case insensitive, see core's `TextComparison`. */
interface Folding {
  readonly ci?: boolean | undefined;
}

/** What may be asked of any field. */
type AnyQuestion =
  | { readonly op: "present" | "absent" }
  | { readonly op: "type"; readonly value: JsonTypeName }
  | { readonly op: "inGroup" | "notInGroup"; readonly group: string };

type EqualityQuestion<Value> = Folding &
  (
    | { readonly op: "eq" | "ne"; readonly value: Value }
    | { readonly op: "in" | "nin"; readonly value: readonly Value[] }
  );

type MomentQuestion =
  | { readonly op: "before" | "after"; readonly value: string | number }
  | { readonly op: "withinLast" | "withinNext" | "olderThan"; readonly value: Duration };

type TextQuestion<Text extends string> =
  | EqualityQuestion<Text>
  | MomentQuestion
  | { readonly op: Order; readonly value: string }
  | { readonly op: Version; readonly value: string }
  | (Folding & { readonly op: "matches"; readonly value: string })
  | (Folding & {
      readonly op: "contains" | "startsWith" | "endsWith";
      readonly value: string | readonly string[];
    });

type NumberQuestion<Value extends number> =
  | EqualityQuestion<Value>
  | MomentQuestion
  | { readonly op: Order; readonly value: number };

type ListQuestion<Element> =
  | { readonly op: "some"; readonly where: ElementCondition<Element> }
  | { readonly op: "count"; readonly where: ElementCondition<number> }
  | (Folding & { readonly op: "in" | "nin" | "containsAll"; readonly value: readonly Element[] })
  | (Folding & { readonly op: "contains"; readonly value: string | readonly string[] });

/** The questions that the type of a value allows; of what may be anything, everything may be asked. */
export type QuestionOf<Value> = unknown extends Value
  ? QuestionOf<string | number | boolean | readonly unknown[]>
  :
      | AnyQuestion
      | OfKind<Extract<Value, string>, TextQuestion<Extract<Value, string>>>
      | OfKind<Extract<Value, number>, NumberQuestion<Extract<Value, number>>>
      | OfKind<Extract<Value, boolean>, EqualityQuestion<boolean>>
      | (Value extends readonly (infer Element)[] ? ListQuestion<Element> : never);

/** Questions for a kind of value, where there is such a value. */
type OfKind<Kind, Question> = [Kind] extends [never] ? never : Question;

/** A question about a field of a profile, with the operators and operands that the field's type allows. */
export type ProfileQuestion<Profile> = {
  [Path in FieldPath<Profile>]: { readonly field: Path } & QuestionOf<ValueAt<Profile, Path>>;
}[FieldPath<Profile>];

/** A condition on the elements of a list, or on its length; the field `""` is the element itself. */
export type ElementCondition<Element> =
  | ({ readonly field: "" } & QuestionOf<Element>)
  | ProfileQuestion<Element>
  | { readonly all: readonly ElementCondition<Element>[] }
  | { readonly any: readonly ElementCondition<Element>[] }
  | { readonly none: readonly ElementCondition<Element>[] }
  | { readonly not: ElementCondition<Element> };

/** A condition on profiles of a type: fields, operators and operands are checked by the compiler. */
export type ProfileCondition<Profile> =
  | ProfileQuestion<Profile>
  | SegmentCondition
  | { readonly const: boolean }
  | { readonly all: readonly ProfileCondition<Profile>[] }
  | { readonly any: readonly ProfileCondition<Profile>[] }
  | { readonly none: readonly ProfileCondition<Profile>[] }
  | { readonly not: ProfileCondition<Profile> };
