package org.drawdown.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drawdown.api.contract.Column;
import org.drawdown.sheet.cell.Likeness;
import org.drawdown.sheet.cell.Vocabulary;
import org.drawdown.sheet.grid.Grid;

/** Which columns of a list the headings of a table stand for. */
final class Headings {

  /** What a column of a table is for. */
  enum Part {
    /** The field as it is. */
    ALL,
    LONGITUDE,
    LATITUDE,
    /** The time of a day that has a column of its own. */
    TIME,
    /** Nothing that is read. */
    NOTHING
  }

  /** What a heading stands for. */
  record Target(Column column, Part part) {

    String pointer() {
      var pointer = "/" + column.path().replace('.', '/');
      return switch (part) {
        case LONGITUDE -> pointer + "/coordinates/0";
        case LATITUDE -> pointer + "/coordinates/1";
        case TIME -> pointer + "/time";
        default -> pointer;
      };
    }
  }

  /** Rows among which the headings are looked for; above them stand titles. */
  private static final int TITLES = 50;

  private final String list;
  private final List<Column> columns;
  private final Map<String, Target> targets = new HashMap<>();

  Headings(String list, List<Column> columns) {
    this.list = list;
    this.columns = columns;
    columns.forEach(c -> put(c, "", Part.ALL));
    for (var column : columns) {
      if (column.kind() == Column.Kind.POINT) {
        point(column);
      }
      if (column.kind() == Column.Kind.MOMENT) {
        for (var name : List.of("time", "hour", "heure")) {
          put(name, new Target(column, Part.TIME));
        }
      }
      Vocabulary.names(list, column.path()).forEach(n -> put(n, new Target(column, Part.ALL)));
    }
  }

  private void point(Column column) {
    put(column, ".coordinates", Part.ALL);
    put(column, ".type", Part.NOTHING);
    for (var name : List.of("longitude", "lon", "long", "lng", "x")) {
      put(name, new Target(column, Part.LONGITUDE));
    }
    for (var name : List.of("latitude", "lat", "y")) {
      put(name, new Target(column, Part.LATITUDE));
    }
  }

  /** As lists that go out call it, in English and in French. */
  private void put(Column column, String part, Part read) {
    put(column.path() + part, new Target(column, read));
    put(shown(column, part), new Target(column, read));
  }

  private String shown(Column column, String part) {
    return Vocabulary.shown(list, column.path() + part, Locale.FRENCH);
  }

  private void put(String name, Target target) {
    targets.putIfAbsent(Likeness.plain(name), target);
  }

  /** What a heading stands for, if it is known. */
  Optional<Target> of(String heading) {
    var plain = Likeness.plain(heading);
    var target = targets.get(plain);
    if (target != null) {
      // The dry season also stands for those that are not named.
      return Optional.of(
          target.column().kind() == Column.Kind.NUMBERS_BY_NAME
              ? new Target(target.column().of("DRY"), Part.ALL)
              : target);
    }
    for (var column : columns) {
      boolean inside =
          heading.startsWith(column.path() + ".") || heading.startsWith(shown(column, "") + " : ");
      if (column.told() && inside) {
        return Optional.of(new Target(column, Part.ALL));
      }
      if (column.kind() == Column.Kind.NUMBERS_BY_NAME) {
        for (var name : names(column)) {
          if (plain.startsWith(name) && plain.length() > name.length()) {
            var which =
                heading.replaceFirst("\\)$", "").replaceFirst(".*[^\\p{IsAlphabetic}_]", "");
            return Optional.of(new Target(column.of(season(which)), Part.ALL));
          }
        }
      }
    }
    var remark = heading.replaceFirst("\\s*(\\(.*\\)|\n.*)$", "");
    return remark.equals(heading) ? Optional.empty() : of(remark);
  }

  private Set<String> names(Column column) {
    var names = new LinkedHashSet<String>();
    names.add(Likeness.plain(column.path()));
    Vocabulary.names(list, column.path()).forEach(n -> names.add(Likeness.plain(n)));
    return names;
  }

  /** A season by its name; those that everybody has may be in French. */
  private static String season(String name) {
    var meant = Vocabulary.meant(name, List.of("DRY", "RAINY"));
    return meant.isEmpty() ? name.toUpperCase(Locale.ROOT) : meant.get(0);
  }

  /** The row among the first that has the most headings; null where none has enough. */
  Grid.Row row(List<Grid.Row> rows) {
    Grid.Row best = null;
    // One word that happens to be a heading makes no row of headings.
    long most = Math.min(1, columns.size() - 1);
    for (var row : rows.subList(0, Math.min(TITLES, rows.size()))) {
      if (known(row) > most) {
        most = known(row);
        best = row;
      }
    }
    return best;
  }

  /** The different headings in a row. */
  long known(Grid.Row row) {
    return row.cells().values().stream()
        .map(cell -> of(cell.text()))
        .flatMap(Optional::stream)
        .distinct()
        .count();
  }

  /** Whether a heading is what a column is called, and not one of the words that people use. */
  boolean isFirst(String heading, Column column) {
    var plain = Likeness.plain(heading);
    return plain.equals(Likeness.plain(column.path()))
        || Vocabulary.names(list, column.path()).stream()
            .limit(2)
            .anyMatch(name -> plain.equals(Likeness.plain(name)));
  }

  /** The heading that one that is unknown is a misspelling of. */
  Optional<Column> near(String heading) {
    return Likeness.near(heading, targets.keySet()).map(plain -> targets.get(plain).column());
  }

  /** Some of the headings that a table could have, the required ones first. */
  List<String> some(int most, Locale language) {
    var some = new ArrayList<String>();
    for (boolean required : new boolean[] {true, false}) {
      columns.stream()
          .filter(c -> c.required() == required && !c.told())
          .map(c -> Vocabulary.heading(list, c.path(), language))
          .forEach(some::add);
    }
    return some.subList(0, Math.min(most, some.size()));
  }
}
