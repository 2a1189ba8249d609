import { inconsistencyWatch } from "./claims/inconsistency-watch.ts";
import { contributionDeadline } from "./contribution/contribution-deadline.ts";
import { missingList } from "./contribution/missing-list.ts";
import { couponBonus } from "./coupon/coupon-bonus.ts";
import { couponExpiry } from "./coupon/coupon-expiry.ts";
import { priceCompensation } from "./coupon/price-compensation.ts";
import { licenceClock } from "./licence/licence-clock.ts";
import { licenceDeadline } from "./licence/licence-deadline.ts";
import type { Policy } from "./policy.ts";

/** All policies; a policy is listed after those whose events it reads. */
export const policies: readonly Policy[] = [
  licenceClock,
  licenceDeadline,
  contributionDeadline,
  missingList,
  couponBonus,
  couponExpiry,
  priceCompensation,
  inconsistencyWatch,
];
