import { expect, it } from "vitest";
import * as forms from "../src/index.ts";

it("offers these names", () => {
  expect(Object.keys(forms).sort()).toEqual([
    "CalculatedValue",
    "Form",
    "FormJump",
    "FormKey",
    "FormOption",
    "FormQuestion",
    "FormQuota",
    "FormState",
    "checkQuotas",
    "compileForm",
    "exportSurveyJs",
    "formMessages",
    "formReport",
    "lintForm",
    "partialResponse",
    "quotaCounter",
    "responseSet",
    "resumeForm",
    "startForm",
    "stepForm",
    "submitForm",
  ]);
});
