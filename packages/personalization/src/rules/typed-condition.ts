import type { Duration, JsonTypeName } from "@kefu/core";
import type { SegmentCondition } from "./rule-condition.ts";

/**
 * The paths of the fields of a profile: `"address.city"`, `"orders.0.total"`, `"orders.length"`. Five levels are followed at compile
 * time; longer paths are for {@link compileRules} to check.
 */
export type FieldPath<Profile, Level extends readonly 0[] = []> = Level["length"] extends 5
  ? never
  : unknown extends Profile
    ? string
    : NonNullable<Profile> extends readonly (infer Element)[]
      ? "length" | `${number}` | `${number}.${FieldPath<Element, [...Level, 0]>}`
      : NonNullable<Profile> extends object
        ? {
            [Key in keyof NonNullable<Profile> & string]:
              | Key
              | `${Key}.${FieldPath<NonNullable<Profile>[Key], [...Level, 0]>}`;
          }[keyof NonNullable<Profile> & string]
        : never;

/** What is at a path of a profile. */
export type ValueAt<Profile, Path extends string> = unknown extends Profile
  ? unknown
  : Path extends `${infer Key}.${infer Rest}`
    ? ValueAt<ValueAt<Profile, Key>, Rest>
    : NonNullable<Profile> extends readonly (infer Element)[]
      ? Path extends "length"
        ? number
        : Element
      : Path extends keyof NonNullable<Profile>
        ? NonNullable<Profile>[Path]
        : undefined;

/** Case insensitive, see core's `TextComparison`. */
export interface TextFolding {
  readonly ci?: boolean | undefined;
}

/** What may be asked of any field. */
export type AnyQuestion =
  | { readonly op: "present" | "absent" }
  | { readonly op: "type"; readonly value: JsonTypeName }
  | { readonly op: "inGroup" | "notInGroup"; readonly group: string };

/** What may be asked of values that are equal or not. */
export type EqualityQuestion<Value> = TextFolding &
  (
    | { readonly op: "eq" | "ne"; readonly value: Value }
    | { readonly op: "in" | "nin"; readonly value: readonly Value[] }
  );

/** What may be asked of texts and numbers that name a moment. */
export type MomentQuestion =
  | { readonly op: "before" | "after"; readonly value: string | number }
  | { readonly op: "withinLast" | "withinNext" | "olderThan"; readonly value: Duration };

/** What may be asked of a text. */
export type TextQuestion<Text extends string> =
  | EqualityQuestion<Text>
  | MomentQuestion
  | { readonly op: "gt" | "gte" | "lt" | "lte"; readonly value: string }
  | {
      readonly op: "verEq" | "verNe" | "verGt" | "verGte" | "verLt" | "verLte";
      readonly value: string;
    }
  | (TextFolding & { readonly op: "matches"; readonly value: string })
  | (TextFolding & {
      readonly op: "contains" | "startsWith" | "endsWith";
      readonly value: string | readonly string[];
    });

/** What may be asked of a number. */
export type NumberQuestion<Value extends number> =
  | EqualityQuestion<Value>
  | MomentQuestion
  | { readonly op: "gt" | "gte" | "lt" | "lte"; readonly value: number };

/** What may be asked of a list. */
export type ListQuestion<Element> =
  | { readonly op: "some"; readonly where: ElementCondition<Element> }
  | { readonly op: "count"; readonly where: ElementCondition<number> }
  | (TextFolding & {
      readonly op: "in" | "nin" | "containsAll";
      readonly value: readonly Element[];
    })
  | (TextFolding & { readonly op: "contains"; readonly value: string | readonly string[] });

/** The questions that the type of a value allows; of what may be anything, everything may be asked. */
export type QuestionOf<Value> = unknown extends Value
  ? QuestionOf<string | number | boolean | readonly unknown[]>
  :
      | AnyQuestion
      | ([Extract<Value, string>] extends [never] ? never : TextQuestion<Extract<Value, string>>)
      | ([Extract<Value, number>] extends [never] ? never : NumberQuestion<Extract<Value, number>>)
      | ([Extract<Value, boolean>] extends [never] ? never : EqualityQuestion<boolean>)
      | (Value extends readonly (infer Element)[] ? ListQuestion<Element> : never);

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
