/**
 * Online forms as data: whom to ask what, and what was answered.
 *
 * @packageDocumentation
 */
export { type CompiledForm, compileForm } from "./compile-form.ts";
export { exportSurveyJs } from "./export-survey-js.ts";
export {
  type AnswerError,
  type FormStep,
  type ResumedForm,
  resumeForm,
  stepForm,
} from "./fill-form.ts";
export { CalculatedValue, Form, type FormInput, FormQuota } from "./form.ts";
export { formMessages } from "./form-messages.ts";
export {
  checkQuotas,
  type QuotaAnswers,
  type QuotaCounts,
  type QuotaDecision,
  quotaCounter,
} from "./form-quotas.ts";
export {
  type FormReportSum,
  formReport,
  type NumbersReport,
  type OptionReport,
  type QuestionReport,
  type QuestionSum,
  type RatingsReport,
} from "./form-report.ts";
export { type FillFormOptions, FormState, startForm } from "./form-state.ts";
export { type FormFinding, lintForm } from "./lint-form.ts";
export { FormJump, FormKey, FormOption, FormQuestion } from "./question.ts";
export { responseSet } from "./response-set.ts";
export {
  type FormResponse,
  type FormSubmission,
  partialResponse,
  submitForm,
} from "./submit-form.ts";
export type { AnswerFault, FormAnswer } from "./validate-answer.ts";
export type { FormAnswers } from "./walk-form.ts";
