package org.drawdown.sheet.grid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;

/** Reads tables of commas, semicolons or tabs (RFC 4180, and what spreadsheets make of it). */
final class CsvGrid {

  private static final char[] SEPARATORS = {',', ';', '\t'};

  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

  private CsvGrid() {}

  /**
   * The table of a file.
   *
   * @param charset that it is said to have, or null
   * @throws Refusal saying what is wrong with the file
   */
  static Grid of(byte[] bytes, String charset, String language) {
    var text = text(bytes, charset);
    if (text.indexOf('\0') >= 0) {
      throw refusal(Messages::csvNotText);
    }
    var readings = new ArrayList<Grid.Reading>();
    if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 5) {
      readings.add(reading(text.substring(5).replaceFirst("^\r?\n", ""), text.charAt(4)));
    } else {
      for (char separator : SEPARATORS) {
        readings.add(reading(text, separator));
      }
    }
    // The one that says the most stands for the text where two requests are compared.
    var longest = readings.get(0);
    for (var reading : readings) {
      longest = reading.rows().size() > longest.rows().size() ? reading : longest;
    }
    return new Grid(language, List.of(new Grid.Sheet(null, longest.rows(), List.copyOf(readings))));
  }

  private static Grid.Reading reading(String text, char separator) {
    var rows = new ArrayList<Grid.Row>();
    try {
      read(text, separator, rows);
      return new Grid.Reading(rows, null);
    } catch (Refusal e) {
      return new Grid.Reading(rows, e);
    }
  }

  private static Refusal refusal(Text detail) {
    return Refusal.invalid(List.of(new Fault("", detail)));
  }

  private static String text(byte[] bytes, String charset) {
    if (starts(bytes, "%PDF") || starts(bytes, "PK\3\4") || bytes[0] == (byte) 0xD0) {
      throw refusal(Messages::csvNotText);
    }
    // Clients name Latin-1 for text of which they know nothing; Latin-1 never looks like UTF-8.
    boolean known = isWide(bytes) || lineThatIsNot(StandardCharsets.UTF_8, bytes) == 0;
    var told = charset == null ? null : named(charset);
    var named = told == null || known ? byMark(bytes) : told;
    try {
      var text = named.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      int line = lineThatIsNot(named, bytes);
      throw refusal(m -> m.csvNotUtf8(line));
    }
  }

  private static boolean starts(byte[] bytes, String mark) {
    var start = mark.getBytes(StandardCharsets.ISO_8859_1);
    return Arrays.equals(start, Arrays.copyOf(bytes, start.length));
  }

  private static Charset byMark(byte[] bytes) {
    return isWide(bytes) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  /** Marked as UTF-16, as “Unicode text” of spreadsheets is. */
  private static boolean isWide(byte[] bytes) {
    return bytes.length > 1
        && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
            || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF);
  }

  private static Charset named(String charset) {
    try {
      return Charset.forName(charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw refusal(m -> m.csvCharset(charset));
    }
  }

  /** The first line that has bytes that a charset has not; 0 if there is none. */
  private static int lineThatIsNot(Charset charset, byte[] bytes) {
    int line = 1;
    int from = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length || bytes[i] == '\n') {
        try {
          charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, i - from));
        } catch (CharacterCodingException e) {
          return line;
        }
        line++;
        from = i + 1;
      }
    }
    return 0;
  }

  private static void read(String text, char separator, List<Grid.Row> rows) {
    var schema = CsvSchema.emptySchema().withColumnSeparator(separator);
    int number = 0;
    int filled = 0;
    int widest = 0;
    int last = 0;
    try (MappingIterator<String[]> records =
        CSV.readerFor(String[].class).with(schema).readValues(text)) {
      while (records.hasNextValue()) {
        var cells = new TreeMap<Integer, Grid.Cell>();
        var record = records.nextValue();
        number++;
        if (number > Grid.MOST_ROWS || record.length > Grid.MOST_COLUMNS) {
          throw refusal(m -> m.tableTooLarge(Grid.MOST_ROWS, Grid.MOST_COLUMNS));
        }
        for (int c = 0; c < record.length; c++) {
          var cell = cell(record[c], Grid.address(c, number));
          if (!cell.isBlank()) {
            cells.put(c, cell);
          }
        }
        last = record.length;
        widest = Math.max(widest, last);
        filled += cells.size();
        if (filled > Grid.MOST_CELLS) {
          throw refusal(m -> m.tooManyCells(Grid.MOST_CELLS));
        }
        if (!cells.isEmpty()) {
          rows.add(new Grid.Row(number, cells));
        }
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? number + 1 : e.getLocation().getLineNr();
      boolean open = e.getOriginalMessage().contains("closing quote");
      throw refusal(m -> open ? m.csvQuoteOpen(line) : m.csvQuoteWithin(line));
    } catch (IOException e) {
      throw refusal(Messages::csvNotText);
    }
    if (last < widest && number > 1 && !text.endsWith("\n")) {
      int line = number;
      int found = last;
      int expected = widest;
      throw refusal(m -> m.csvCutOff(line, found, expected));
    }
  }

  /** What was marked as text, so that no spreadsheet takes it for a formula, is as it was. */
  private static Grid.Cell cell(String written, String at) {
    var text = written.strip();
    if (text.startsWith("=")) {
      return new Grid.Cell(at, text, Grid.Kind.FORMULA);
    }
    boolean marked =
        text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0;
    return new Grid.Cell(at, marked ? text.substring(1) : text, Grid.Kind.TEXT);
  }
}
