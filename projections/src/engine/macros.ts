/**
 * What several rules say in the same words, as SQL macros of the read model.
 * `age_group` follows the five-year groups of CL_AGE5, age being the year of the day less the year of birth.
 */
export const macros: readonly string[] = [
  `create macro model.age_group(on_day, birth_year) as
    case when birth_year is null or year(on_day) < birth_year then '_U'
      when year(on_day) - birth_year >= 75 then 'Y_GE75'
      else format('Y{}T{}', (year(on_day) - birth_year) // 5 * 5, (year(on_day) - birth_year) // 5 * 5 + 4) end`,
  // One number that orders facts by the day they speak of, then by the log; DuckDB compares it faster than a pair.
  `create macro model.moment(effective_on, log_position) as (effective_on - date '1800-01-01')::bigint * 17592186044416 + log_position`,
  // Which of the six kinds of period (Jalali month 1, quarter 2, year 4; Gregorian 8, 16, 32) two days do not share,
  // as a sum; all of them where there is no other day.
  `create macro model.differing(periods, others) as case when others is null then 63 else
    (periods.jm <> others.jm)::utinyint + 2 * (periods.jq <> others.jq)::utinyint + 4 * (periods.jy <> others.jy)::utinyint
    + 8 * (periods.gm <> others.gm)::utinyint + 16 * (periods.gq <> others.gq)::utinyint + 32 * (periods.gy <> others.gy)::utinyint end`,
  `create macro model.origin(is_synthetic) as case when is_synthetic then 'SYNTHETIC' else 'RECORDED' end`,
  // The permanent random key of a person, from the pseudonym (cell key method): 32 bits, uniform.
  `create macro model.unit_key(person_key) as (person_key % 4294967296)::bigint`,
];
