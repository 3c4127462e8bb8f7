package org.drawdown.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.drawdown.api.contract.Column;
import org.drawdown.api.page.Xlsx;
import org.drawdown.dataset.Dataset;
import org.drawdown.language.Languages;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;
import org.drawdown.sheet.cell.Vocabulary;

/**
 * A workbook of the mission's lists, to read, to fill in and to send back: a sheet for each list
 * and for each list within its documents, words to choose from, and a sheet that explains the
 * columns.
 */
final class MissionWorkbook {

  /** Rows for which a sheet offers words to choose from. */
  private static final int OFFERED = 2000;

  private static final int WIDTH = 18;
  private static final int WIDE = 60;
  private static final String DAY = "yyyy-mm-dd";

  private final SheetForms forms;
  private final Locale language;
  private final Dataset around;
  private final List<Page> pages = new ArrayList<>();

  /** A sheet: its columns and rows. */
  private record Page(
      String name, String list, List<Head> heads, List<Map<String, Object>> rows, boolean down) {}

  /** A column as it is written. */
  private record Head(Column column, Headings.Part part) {}

  /**
   * A workbook without sheets.
   *
   * @param around the mission whose places can be chosen; null where there is none
   */
  MissionWorkbook(SheetForms forms, Locale language, Dataset around) {
    this.forms = forms;
    this.language = language;
    this.around = around;
  }

  /** The sheets of some lists, with nothing in them. */
  MissionWorkbook empty(List<String> lists) {
    lists.forEach(list -> add(list, List.of()));
    return this;
  }

  /** The sheets of the whole mission. */
  MissionWorkbook filled() {
    add(SheetForms.MISSION, List.of(around.mission()));
    MissionSheets.LISTS.keySet().forEach(list -> add(list, around.list(list)));
    add(SheetForms.SOURCES, around.sources());
    return this;
  }

  private void add(String list, List<?> documents) {
    var rows = documents.stream().map(forms.json()::fields).toList();
    var columns = forms.of(list);
    pages.add(
        new Page(
            list,
            list,
            heads(columns, rows),
            rows.stream().map(row -> withOthers(row, columns)).toList(),
            list.equals(SheetForms.MISSION)));
    forms
        .parts(list)
        .forEach(
            (column, its) -> {
              var parts = parts(list, column, rows);
              pages.add(new Page(column.name(), column.name(), heads(its, parts), parts, false));
            });
  }

  /** The fields that have no column go into one together. */
  private static Map<String, Object> withOthers(Map<String, Object> row, List<Column> columns) {
    if (!columns.contains(SheetForms.OTHERS)) {
      return row;
    }
    var known = new TreeSet<String>();
    columns.forEach(c -> known.add(c.path().split("\\.")[0]));
    var others = new LinkedHashMap<>(row);
    others.keySet().removeAll(known);
    var whole = new LinkedHashMap<>(row);
    if (!others.isEmpty()) {
      whole.put(SheetForms.OTHERS.path(), others);
    }
    return whole;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> parts(
      String list, Column column, List<Map<String, Object>> owners) {
    var parts = new ArrayList<Map<String, Object>>();
    for (var owner : owners) {
      if (get(owner, column.path()) instanceof Collection<?> its) {
        for (var part : its) {
          var row = new LinkedHashMap<String, Object>();
          if (!list.equals(SheetForms.MISSION)) {
            row.put(SheetForms.BASE.path(), owner.get(MissionSheets.LISTS.get(list).key()));
          }
          row.putAll((Map<String, Object>) part);
          parts.add(row);
        }
      }
    }
    return parts;
  }

  private static Object get(Map<String, Object> row, String path) {
    Object value = row;
    for (var step : path.split("\\.")) {
      value = value instanceof Map<?, ?> inside ? inside.get(step) : null;
    }
    return value;
  }

  private List<Head> heads(List<Column> columns, List<Map<String, Object>> rows) {
    var heads = new ArrayList<Head>();
    for (var column : columns) {
      boolean empty =
          column.equals(SheetForms.OTHERS)
              && rows.stream().allMatch(r -> withOthers(r, columns).equals(r));
      switch (column.kind()) {
        case RECORDS -> {
          // It has a sheet of its own.
        }
        case POINT -> {
          heads.add(new Head(column, Headings.Part.LONGITUDE));
          heads.add(new Head(column, Headings.Part.LATITUDE));
        }
        case NUMBERS_BY_NAME ->
            names(column, rows).forEach(n -> heads.add(new Head(column.of(n), Headings.Part.ALL)));
        default -> {
          if (!column.told() && !empty) {
            heads.add(new Head(column, Headings.Part.ALL));
          }
        }
      }
    }
    return heads;
  }

  private Set<String> names(Column column, List<Map<String, Object>> rows) {
    var names = new LinkedHashSet<>(List.of("DRY", "RAINY"));
    if (around != null) {
      around.mission().seasons().forEach(s -> names.add(s.name()));
    }
    for (var row : rows) {
      if (get(row, column.path()) instanceof Map<?, ?> numbers) {
        numbers.keySet().forEach(n -> names.add(String.valueOf(n)));
      }
    }
    return names;
  }

  /** The file. */
  byte[] written() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "Drawdown", "1.0")) {
      explain(workbook.newWorksheet(shown("explanations")));
      var sheets = new LinkedHashMap<Page, Worksheet>();
      pages.forEach(page -> sheets.put(page, workbook.newWorksheet(shown(page.name()))));
      var words = new Words(workbook.newWorksheet(shown("words")));
      sheets.forEach((page, sheet) -> fill(page, sheet, words));
      words.sheet.setVisibilityState(VisibilityState.HIDDEN);
    }
    return bytes.toByteArray();
  }

  private String shown(String sheet) {
    return Vocabulary.heading("sheet", sheet, language);
  }

  private String heading(Page page, Head head) {
    var path = head.column().path();
    var text =
        switch (head.part()) {
          case LONGITUDE -> Vocabulary.heading(page.list(), path + ".longitude", language);
          case LATITUDE -> Vocabulary.heading(page.list(), path + ".latitude", language);
          default -> named(page, path);
        };
    return head.column().required() ? text + " *" : text;
  }

  private String explanation(Page page, Head head) {
    return Vocabulary.explanation(
        page.list(), head.column().path(), head.column().explanation(), language);
  }

  /** A column of one of the names that are free shows the name behind that of the field. */
  private String named(Page page, String path) {
    int last = path.lastIndexOf('.');
    boolean free = last > 0 && path.substring(last + 1).matches("[A-Z_]+");
    return free
        ? Vocabulary.heading(page.list(), path.substring(0, last), language)
            + " ("
            + path.substring(last + 1)
            + ")"
        : Vocabulary.heading(page.list(), path, language);
  }

  private void explain(Worksheet sheet) {
    say(sheet, 0, 0, m -> m.workbookTitle());
    sheet.style(0, 0).bold().fontSize(14).set();
    say(sheet, 1, 0, m -> m.workbookHow());
    sheet.value(3, 0, Locale.FRENCH.equals(language) ? "Langue" : "Language");
    sheet.value(3, 1, Locale.FRENCH.equals(language) ? "fr" : "en-GB");
    say(sheet, 3, 2, m -> m.workbookLanguage());
    int row = 5;
    say(sheet, row, 0, m -> m.workbookSheet());
    say(sheet, row, 1, m -> m.workbookColumn());
    say(sheet, row, 2, m -> m.workbookMeaning());
    say(sheet, row, 3, m -> m.workbookWords());
    for (int c = 0; c < 4; c++) {
      sheet.style(row, c).bold().set();
      sheet.width(c, c < 2 ? 2 * WIDTH : WIDE);
    }
    for (var page : pages) {
      for (var head : page.heads()) {
        row++;
        sheet.value(row, 0, shown(page.name()));
        sheet.value(row, 1, heading(page, head));
        sheet.value(row, 2, explanation(page, head));
        sheet.value(row, 3, String.join(", ", head.column().words()));
        sheet.style(row, 2).wrapText(true).set();
        sheet.style(row, 3).wrapText(true).set();
      }
    }
  }

  private void say(Worksheet sheet, int row, int column, Text text) {
    sheet.value(row, column, Languages.say(text, language));
  }

  private void fill(Page page, Worksheet sheet, Words words) {
    for (int c = 0; c < page.heads().size(); c++) {
      var head = page.heads().get(c);
      int row = page.down() ? c : 0;
      int column = page.down() ? 0 : c;
      sheet.value(row, column, heading(page, head));
      sheet.style(row, column).bold().set();
      if (page.down()) {
        put(sheet, row, 1, page.rows().isEmpty() ? null : cell(head, page.rows().get(0)));
        sheet.value(row, 2, explanation(page, head));
        words.offer(head.column(), sheet, row, 1, row);
      } else {
        sheet.width(column, WIDTH);
        words.offer(head.column(), sheet, 1, column, Math.max(OFFERED, page.rows().size()));
        for (int r = 0; r < page.rows().size(); r++) {
          put(sheet, r + 1, c, cell(head, page.rows().get(r)));
        }
      }
    }
    if (page.down()) {
      sheet.width(0, 2 * WIDTH);
      sheet.width(1, 2 * WIDTH);
      sheet.width(2, WIDE);
    } else {
      sheet.freezePane(0, 1);
    }
  }

  private Object cell(Head head, Map<String, Object> row) {
    var column = head.column();
    var value = get(row, column.path());
    if (value == null) {
      return null;
    }
    return switch (column.kind()) {
      case POINT ->
          value instanceof Map<?, ?> point && point.get("coordinates") instanceof List<?> two
              ? two.get(head.part() == Headings.Part.LONGITUDE ? 0 : 1)
              : null;
      case TEXTS ->
          value instanceof Collection<?> several && !several.isEmpty()
              ? String.join("; ", several.stream().map(String::valueOf).toList())
              : null;
      case JSON ->
          value instanceof Collection<?> none && none.isEmpty() ? null : forms.json().text(value);
      case DAY -> LocalDate.parse(value.toString());
      case TRUTH -> truth((Boolean) value);
      default -> value;
    };
  }

  private String truth(boolean value) {
    return Languages.say(value ? Messages::yes : Messages::no, language);
  }

  private static void put(Worksheet sheet, int row, int column, Object value) {
    if (value instanceof Number number) {
      sheet.value(row, column, number);
    } else if (value instanceof LocalDate day) {
      sheet.value(row, column, day);
      sheet.style(row, column).format(DAY).set();
    } else if (value != null) {
      var text = value.toString();
      boolean formula = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
      sheet.value(row, column, Xlsx.text(formula ? "'" + text : text));
    }
  }

  /** The hidden sheet of the words that can be chosen. */
  private final class Words {
    private final Worksheet sheet;
    private final Map<List<String>, Integer> columns = new LinkedHashMap<>();

    Words(Worksheet sheet) {
      this.sheet = sheet;
    }

    /** What people write may be understood all the same, so that nothing else is forbidden. */
    void offer(Column column, Worksheet to, int top, int left, int bottom) {
      var words = words(column);
      if (words.isEmpty()) {
        return;
      }
      var known = columns.get(words);
      int at = known == null ? columns.size() : known;
      if (known == null) {
        columns.put(words, at);
        for (int r = 0; r < words.size(); r++) {
          sheet.value(r, at, words.get(r));
        }
      }
      to.range(top, left, bottom, left)
          .validateWithList(sheet.range(0, at, words.size() - 1, at))
          .allowBlank(true)
          .showErrorMessage(false);
    }

    private List<String> words(Column column) {
      if (column.kind() == Column.Kind.TRUTH) {
        return List.of(truth(true), truth(false));
      }
      if (column.kind() == Column.Kind.TEXT && !column.words().isEmpty()) {
        return column.words();
      }
      boolean base =
          "Code".equals(column.schema())
              && Set.of("base", "hub", "parent").contains(column.name())
              && around != null;
      return base ? around.bases().stream().map(Dataset.Base::code).toList() : List.of();
    }
  }
}
