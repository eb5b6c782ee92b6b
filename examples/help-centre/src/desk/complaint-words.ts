/** What can have gone wrong, by the desk's own words for it. */
export const SYMPTOMS = ["late", "faulty", "wrong-item", "service", "unspecified"] as const;
export type Symptom = (typeof SYMPTOMS)[number];

/** What a customer can wish for. */
export const REMEDIES = ["repair", "replacement", "refund", "apology", "other"] as const;
export type Remedy = (typeof REMEDIES)[number];

export const isSymptom = (text: string | undefined): text is Symptom =>
  SYMPTOMS.some((symptom) => symptom === text);

export const isRemedy = (text: string | undefined): text is Remedy =>
  REMEDIES.some((remedy) => remedy === text);
