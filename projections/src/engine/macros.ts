/** The age groups in order; picked by number, because putting a name together for each row took longer than most rules. */
const AGE_GROUPS = [...Array(15).keys()]
  .map((group) => `'Y${group * 5}T${group * 5 + 4}'`)
  .concat("'Y_GE75'")
  .join(", ");

/** More than any position of the log: what a number is multiplied by that orders facts by it before their position. */
const POSITIONS = 2 ** 44;

/**
 * What several rules compute in the same way, as SQL macros of the read model.
 * `age_group` follows the five-year groups of CL_AGE5, age being the year of the day less the year of birth.
 */
export const macros: readonly string[] = [
  `create macro model.age_group(on_day, birth_year) as
    case when birth_year is null or year(on_day) < birth_year then '_U'::model.cl_age5
      else ([${AGE_GROUPS}]::model.cl_age5[])[least((year(on_day) - birth_year) // 5, 15) + 1] end`,
  // One number that orders facts by the day they happened, then by the log; DuckDB compares it faster than a pair.
  `create macro model.order_key(effective_on, log_position) as (effective_on - date '1800-01-01')::bigint * ${POSITIONS} + log_position`,
  // The position in such a number, which is never negative where the day is in the calendar.
  `create macro model.order_key_position(order_key) as order_key % ${POSITIONS}`,
  // The same with an amount instead of the day: orders facts by the amount, then by the log.
  `create macro model.amount_key(amount, log_position) as amount * ${POSITIONS} + log_position`,
  // The position of what happens with time, without an event: after all of the same day.
  `create macro model.day_end_position() as 4611686018427387904`,
  // The day that ends what has no end: in the calendar, and after all that happens.
  `create macro model.open_end() as date '2121-01-01'`,
  // Which of the six kinds of period (Jalali month 1, quarter 2, year 4; Gregorian 8, 16, 32) two days do not share,
  // as a sum; all of them where there is no other day.
  `create macro model.differing(jm, gm, other_jm, other_gm) as (case when other_jm is null then 63 else
    (jm <> other_jm)::integer + 2 * (jm // 3 <> other_jm // 3)::integer + 4 * (jm // 12 <> other_jm // 12)::integer
    + 8 * (gm <> other_gm)::integer + 16 * (gm // 3 <> other_gm // 3)::integer + 32 * (gm // 12 <> other_gm // 12)::integer end)::utinyint`,
  `create macro model.origin(is_synthetic) as case when is_synthetic then 'SYNTHETIC'::model.cl_origin else 'RECORDED'::model.cl_origin end`,
  // The permanent random key of a person, from the pseudonym (cell key method): 32 bits, uniform.
  `create macro model.unit_key(person_key) as (person_key % 4294967296)::bigint`,
];
