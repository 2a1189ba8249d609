import { defineCube } from "../../engine/define-cube.ts";
import { ofThings } from "../../measures.ts";

const SERIES = "('SP.POP.TOTL', 'NY.GDP.MKTP.KD', 'EMP_2EMP_SEX_STE_NB_A')";

/**
 * Population, output and employment of countries by year, from imported series. A country is read as a whole,
 * because what is recorded of it takes the place of all that is simulated; the observations of other series have no subject.
 */
export const national = defineCube({
  name: "national",
  title: { fa: "رقم‌های ملی واردشده", en: "National figures imported" },
  subject: "country",
  reads: {
    observation_imported: {
      subject: `case when series in ${SERIES} then hash(ref_area) end`,
    },
  },
  dimensions: ["country"],
  measures: {
    population: ofThings({ fa: "جمعیت", en: "Population" }),
    output: ofThings({ fa: "تولید ناخالص داخلی به قیمت ثابت", en: "GDP at constant prices" }),
    employed: ofThings({ fa: "شاغلان", en: "Employed persons" }),
  },
  rule: new URL("./national.sql", import.meta.url),
});
