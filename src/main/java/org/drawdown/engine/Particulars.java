package org.drawdown.engine;

import java.util.Arrays;
import java.util.List;

/**
 * The parts of a sentence beside base, movement and figures: names, numbers and days, each in the
 * order in which the key that they come with lists them. Words are made elsewhere.
 *
 * @param names codes and ids of the mission
 * @param numbers counts, in the unit of the key
 * @param days counted from day 0
 */
public record Particulars(List<String> names, List<Long> numbers, List<Integer> days) {

  /** Nothing more to say. */
  public static final Particulars NONE = new Particulars(List.of(), List.of(), List.of());

  public Particulars {
    names = List.copyOf(names);
    numbers = List.copyOf(numbers);
    days = List.copyOf(days);
  }

  /** Names alone. */
  public static Particulars names(String... names) {
    return new Particulars(List.of(names), List.of(), List.of());
  }

  /** Numbers alone. */
  public static Particulars numbers(long... numbers) {
    return NONE.withNumbers(numbers);
  }

  /** Days alone. */
  public static Particulars days(int... days) {
    return NONE.withDays(days);
  }

  /** These names with numbers. */
  public Particulars withNumbers(long... given) {
    return new Particulars(names, Arrays.stream(given).boxed().toList(), days);
  }

  /** These names and numbers with days. */
  public Particulars withDays(int... given) {
    return new Particulars(names, numbers, Arrays.stream(given).boxed().toList());
  }
}
