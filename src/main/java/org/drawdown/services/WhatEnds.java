package org.drawdown.services;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.drawdown.dataset.Dataset;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;

/** Says in one sentence what ends with a base, for somebody who decides. */
final class WhatEnds {

  private final Dataset.Base base;
  private final LocalDate closedOn;
  private final List<ServiceGap> gaps;

  private WhatEnds(Dataset.Base base, LocalDate closedOn, List<ServiceGap> gaps) {
    this.base = base;
    this.closedOn = closedOn;
    this.gaps = gaps;
  }

  /** The sentence of a base. */
  static Text with(Dataset.Base base, LocalDate closedOn, List<ServiceGap> gaps) {
    return new WhatEnds(base, closedOn, gaps)::in;
  }

  private String in(Messages m) {
    var name = base.name() == null ? base.code() : base.name();
    if (gaps.isEmpty()) {
      return m.nothingEnds(name, closedOn);
    }
    var byDay = new TreeMap<LocalDate, List<ServiceGap>>();
    gaps.forEach(g -> byDay.computeIfAbsent(g.endsOn(), d -> new ArrayList<>()).add(g));
    var days =
        byDay.entrySet().stream()
            .map(e -> m.endOn(things(m, e.getValue()), e.getKey()))
            .reduce(m::semicolon)
            .orElseThrow();
    return m.endsWith(name, days, followers(m));
  }

  private String things(Messages m, List<ServiceGap> ending) {
    var byKind = new LinkedHashMap<String, List<ServiceGap>>();
    ending.forEach(g -> byKind.computeIfAbsent(g.kind(), k -> new ArrayList<>()).add(g));
    return listed(m, byKind.values().stream().map(of -> thing(m, of)).toList());
  }

  private static String listed(Messages m, List<String> things) {
    int last = things.size() - 1;
    return last == 0
        ? things.get(0)
        : String.join(", ", things.subList(0, last)) + " " + m.and() + " " + things.get(last);
  }

  private static String thing(Messages m, List<ServiceGap> ending) {
    var known = ending.stream().map(ServiceGap::amount).filter(Objects::nonNull).toList();
    var sum = known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean alike = ending.stream().map(ServiceGap::unit).distinct().count() == 1;
    boolean told = alike && known.size() == ending.size();
    var amount = told ? sum.stripTrailingZeros().toPlainString() : null;
    return switch (ending.get(0).kind()) {
      case "AIR_LINK" -> amount == null ? m.airLink() : m.seatsAWeek(amount);
      case "AIRFIELD" -> m.airfieldSecured();
      case "MEDICAL_EVACUATION" -> m.medicalEvacuation();
      case "CLINIC" -> m.clinic();
      case "PROTECTION" -> amount == null ? m.protection() : m.protectionBy(amount);
      case "ESCORT" -> m.escortOfAid();
      case "JOBS" -> amount == null ? m.someJobs() : m.jobs(amount);
      case "PROJECTS" -> m.projects();
      case "WATER" -> m.waterSupply();
      case "POWER" -> m.powerSupply();
      case "MEDIATION" -> m.mediation();
      case "MONITORING" -> m.humanRightsMonitoring();
      default -> m.mineAction();
    };
  }

  private static long percent(ServiceGap gap) {
    return Math.round(100 * gap.share());
  }

  private String followers(Messages m) {
    var followed = gaps.stream().filter(g -> g.successor() != null).toList();
    if (followed.isEmpty()) {
      return m.nobodyFollows();
    }
    var sentences = new ArrayList<String>();
    for (var gap : followed) {
      var what = thing(m, List.of(gap));
      var who = gap.successor().name() == null ? m.somebody() : gap.successor().name();
      var part = gap.share() != null && gap.share() < 1 ? m.partOf(percent(gap), what) : what;
      sentences.add(
          gap.gapDays() > 0
              ? m.followsLater(who, part, gap.successor().from())
              : m.followsAtOnce(who, part));
    }
    if (followed.size() < gaps.size()) {
      sentences.add(m.nobodyFollowsElse());
    }
    return sentences.stream().reduce(m::semicolon).orElseThrow();
  }
}
