/** The normal distribution has 95 % of its mass within so many deviations of the mean. */
export const DEVIATIONS_95 = 1.959963984540054;
