/** Who pays what of an insurable wage, in whole rial. */
export type ContributionSplit = {
  readonly worker: number;
  readonly employer: number;
  readonly unemployment: number;
  readonly state: number;
};

type Rates = { readonly validFrom: string; readonly percent: ContributionSplit };

/**
 * The shares of the Social Security Organization, newest last: the worker 7 %, the employer 20 % and 3 % for
 * unemployment insurance (the act of 26 Shahrivar 1369), the state 3 %. A new rate is a new row.
 */
const RATES: readonly Rates[] = [
  { validFrom: "1990-09-17", percent: { worker: 7, employer: 20, unemployment: 3, state: 3 } },
];

/** A share of an amount to the nearest rial, half a rial up; exact for every safe integer. */
const share = (amount: number, percent: number): number =>
  Math.floor(amount / 100) * percent + Math.floor(((amount % 100) * percent + 50) / 100);

/**
 * Splits the contribution on an insurable wage (rial) by the rates of a day. Throws RangeError for a wage that is
 * no whole amount and for a day before the first rates.
 */
export const contributionSplit = (wageIrr: number, day: string): ContributionSplit => {
  if (!Number.isSafeInteger(wageIrr) || wageIrr < 0)
    throw new RangeError("a wage is a whole number of rial, not negative");
  const rates = RATES.findLast(({ validFrom }) => validFrom <= day);
  if (!rates) throw new RangeError(`no contribution rates are known before ${RATES[0]?.validFrom}`);
  const { worker, employer, unemployment, state } = rates.percent;
  return {
    worker: share(wageIrr, worker),
    employer: share(wageIrr, employer),
    unemployment: share(wageIrr, unemployment),
    state: share(wageIrr, state),
  };
};
