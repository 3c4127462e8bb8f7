package org.drawdown.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Languages;

/**
 * Faults of the cells of a workbook. What is wrong in many cells of a column in the same way is
 * told once, so that its owner sees what to mend.
 */
final class SheetFaults {

  private final Map<String, Told> faults = new LinkedHashMap<>();

  private static final class Told {
    private final Fault first;
    private int more;
    private String last;

    Told(Fault first) {
      this.first = first;
    }

    Fault fault() {
      int others = more;
      var end = last;
      return others == 0
          ? first
          : first.saying(
              m ->
                  others == 1
                      ? m.sameInOne(first.detail().in(m), end)
                      : m.sameInMore(first.detail().in(m), others, end));
    }
  }

  /** A cell is wrong. */
  void add(Fault fault) {
    var column = fault.cell() == null ? fault.pointer() : fault.cell().replaceAll("[0-9]", "");
    var key = fault.sheet() + "|" + column + "|" + fault.value() + "|" + said(fault);
    var told = faults.putIfAbsent(key, new Told(fault));
    if (told != null) {
      told.more++;
      told.last = fault.cell();
    }
  }

  private static String said(Fault fault) {
    return Languages.say(fault.detail(), Locale.ENGLISH);
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }

  List<Fault> all() {
    var all = new ArrayList<Fault>();
    faults.values().forEach(told -> all.add(told.fault()));
    return all;
  }

  /** Refuses the table if anything in it is wrong. */
  void refuse() {
    if (!faults.isEmpty()) {
      throw Refusal.invalid(all());
    }
  }
}
