/**
 * What several rules say in the same words, as SQL macros of the read model.
 * `age_group` follows the five-year groups of CL_AGE5, age being the year of the day less the year of birth.
 */
export const macros: readonly string[] = [
  `create macro model.age_group(on_day, birth_year) as
    case when birth_year is null or year(on_day) < birth_year then '_U'
      when year(on_day) - birth_year >= 75 then 'Y_GE75'
      else format('Y{}T{}', (year(on_day) - birth_year) // 5 * 5, (year(on_day) - birth_year) // 5 * 5 + 4) end`,
  // The days on which a state that lasts from one day to another passes into another age group: its first day,
  // then each 1 January on which the age becomes a multiple of five, up to 75.
  `create macro model.age_steps(from_on, until_on, birth_year) as
    list_prepend(from_on, coalesce([make_date(birth_year + step, 1, 1) for step in range(5, 80, 5)
      if make_date(birth_year + step, 1, 1) > from_on and make_date(birth_year + step, 1, 1) <= until_on], []))`,
  `create macro model.origin(is_synthetic) as case when is_synthetic then 'SYNTHETIC' else 'RECORDED' end`,
  // The permanent random key of a person, from the pseudonym (cell key method): 32 bits, uniform.
  `create macro model.unit_key(person_key) as (person_key % 4294967296)::bigint`,
];
