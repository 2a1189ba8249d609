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
  `create macro model.origin(is_synthetic) as case when is_synthetic then 'SYNTHETIC' else 'RECORDED' end`,
  // The permanent random key of a person, from the pseudonym (cell key method): 32 bits, uniform.
  `create macro model.unit_key(person_key) as (person_key % 4294967296)::bigint`,
];
