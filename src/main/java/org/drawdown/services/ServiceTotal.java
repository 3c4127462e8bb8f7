package org.drawdown.services;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * What ends of a kind in a month.
 *
 * @param region null where it is summed over all regions, or where bases name none
 * @param unit what the amount counts: different things are never added
 * @param amount sum of the amounts that are known; null where none is
 * @param services how many end
 * @param withoutSuccessor how many of them nobody follows
 */
record ServiceTotal(
    String region,
    String kind,
    String unit,
    YearMonth month,
    BigDecimal amount,
    int services,
    int withoutSuccessor) {}
