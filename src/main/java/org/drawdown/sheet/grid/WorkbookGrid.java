package org.drawdown.sheet.grid;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;

/** Reads workbooks (ECMA-376), after a look whether they are what they say they are. */
final class WorkbookGrid {

  /** The most bytes that a workbook may unpack to. */
  private static final long MOST_BYTES = 64L << 20;

  /** A part that unpacks to more than so many times its size is a bomb, unless it is small. */
  private static final long MOST_TIMES = 200;

  private static final long SMALL = 1L << 20;

  /** Digits that a spreadsheet keeps of a number; what it writes behind them is noise. */
  private static final MathContext EXACT = new MathContext(15);

  /** Spreadsheets have numbers of up to 308 digits before or behind the point. */
  private static final int LONGEST_NUMBER = 400;

  private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

  private WorkbookGrid() {}

  /**
   * The sheets of a workbook, hidden ones too.
   *
   * @throws Refusal saying what is wrong with the file
   */
  static Grid of(byte[] bytes, String language) {
    requireWorkbook(bytes);
    guard(bytes);
    var sheets = new ArrayList<Grid.Sheet>();
    int filled = 0;
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes), WITH_FORMATS)) {
      for (var sheet : workbook.getSheets().toList()) {
        var rows = rows(sheet, Grid.MOST_CELLS - filled);
        filled += rows.stream().mapToInt(row -> row.cells().size()).sum();
        sheets.add(new Grid.Sheet(sheet.getName(), rows));
      }
    } catch (Refusal e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The reader has many ways to say that a part is missing or makes no sense.
      throw refusal(Messages::workbookBroken);
    }
    return new Grid(language, sheets);
  }

  private static Refusal refusal(Text detail) {
    return Refusal.invalid(List.of(new Fault("", detail)));
  }

  private static void requireWorkbook(byte[] bytes) {
    if (!ReadableWorkbook.isOOXMLZipHeader(head(bytes, 4))) {
      Text what = what(bytes);
      throw refusal(m -> m.notAWorkbook(what.in(m)));
    }
  }

  private static byte[] head(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }

  private static Text what(byte[] bytes) {
    if (new String(head(bytes, 4), StandardCharsets.ISO_8859_1).equals("%PDF")) {
      return Messages::isPdf;
    }
    if (ReadableWorkbook.isOLE2Header(head(bytes, 8))) {
      return Messages::isOldWorkbook;
    }
    for (byte b : head(bytes, Math.min(bytes.length, 512))) {
      if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
        return Messages::isUnknownFile;
      }
    }
    return Messages::isText;
  }

  /** Unpacks every part once and keeps nothing, so that a bomb goes off where it does no harm. */
  private static void guard(byte[] bytes) {
    try (var zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
      var parts = Collections.list(zip.getEntries());
      if (parts.stream().noneMatch(p -> p.getName().equals("[Content_Types].xml"))) {
        boolean open = parts.stream().anyMatch(p -> p.getName().equals("mimetype"));
        Text what = open ? Messages::isOpenDocument : Messages::isOtherZip;
        throw refusal(m -> m.notAWorkbook(what.in(m)));
      }
      long all = 0;
      for (var part : parts) {
        all += unpacked(zip, part, MOST_BYTES - all);
      }
    } catch (ZipException e) {
      throw refusal(Messages::workbookBroken);
    } catch (IOException e) {
      throw refusal(Messages::workbookBroken);
    }
  }

  private static long unpacked(ZipFile zip, ZipArchiveEntry part, long most) throws IOException {
    long times = Math.max(SMALL, part.getCompressedSize() * MOST_TIMES);
    long count = 0;
    int matched = 0;
    var buffer = new byte[1 << 16];
    boolean markup = part.getName().matches("(?i).*\\.(xml|rels|vml)");
    try (InputStream in = zip.getInputStream(part)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (markup && count == 0 && isWide(buffer, read)) {
          throw refusal(Messages::workbookHasEntities);
        }
        count += read;
        if (count > most || count > times) {
          throw refusal(m -> m.workbookTooLarge(MOST_BYTES));
        }
        for (int i = 0; markup && i < read; i++) {
          matched = buffer[i] == DOCTYPE[matched] ? matched + 1 : buffer[i] == DOCTYPE[0] ? 1 : 0;
          if (matched == DOCTYPE.length) {
            throw refusal(Messages::workbookHasEntities);
          }
        }
      }
    }
    return count;
  }

  /** In two bytes a character, which hides what is looked for; no spreadsheet writes it. */
  private static boolean isWide(byte[] start, int length) {
    return length > 1
        && (start[0] == 0 || start[1] == 0 || start[0] == (byte) 0xFE || start[0] == (byte) 0xFF);
  }

  private static List<Grid.Row> rows(Sheet sheet, int most) throws IOException {
    var rows = new ArrayList<Grid.Row>();
    int filled = 0;
    try (var stream = sheet.openStream()) {
      for (var found = stream.iterator(); found.hasNext(); ) {
        var row = row(found.next());
        if (!row.cells().isEmpty()) {
          rows.add(row);
        }
        filled += row.cells().size();
        if (filled > most) {
          throw refusal(m -> m.tooManyCells(Grid.MOST_CELLS));
        }
        if (rows.size() > Grid.MOST_ROWS) {
          throw refusal(m -> m.tableTooLarge(Grid.MOST_ROWS, Grid.MOST_COLUMNS));
        }
      }
    }
    return rows;
  }

  private static Grid.Row row(Row row) {
    var cells = new TreeMap<Integer, Grid.Cell>();
    for (var cell : row) {
      if (cell != null && cell.getType() != CellType.EMPTY) {
        if (cell.getColumnIndex() >= Grid.MOST_COLUMNS) {
          throw refusal(m -> m.tableTooLarge(Grid.MOST_ROWS, Grid.MOST_COLUMNS));
        }
        var read = cell(cell, Grid.address(cell.getColumnIndex(), row.getRowNum()));
        if (!read.isBlank()) {
          cells.put(cell.getColumnIndex(), read);
        }
      }
    }
    return new Grid.Row(row.getRowNum(), cells);
  }

  private static Grid.Cell cell(Cell cell, String at) {
    return switch (cell.getType()) {
      case FORMULA -> new Grid.Cell(at, "=" + cell.getFormula(), Grid.Kind.FORMULA);
      case ERROR -> new Grid.Cell(at, String.valueOf(cell.getRawValue()), Grid.Kind.ERROR);
      case BOOLEAN -> new Grid.Cell(at, String.valueOf(cell.asBoolean()), Grid.Kind.TRUTH);
      case NUMBER -> isDay(cell) ? day(cell.asDate(), at) : number(cell.asNumber(), at);
      default -> new Grid.Cell(at, text(cell), Grid.Kind.TEXT);
    };
  }

  private static String text(Cell cell) {
    var text = cell.getText() == null ? "" : cell.getText().replace('\u00A0', ' ').strip();
    boolean marked =
        text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0;
    return marked ? text.substring(1) : text;
  }

  private static Grid.Cell number(BigDecimal number, String at) {
    // Written out, a number such as 1e999999999 would fill the memory.
    if (Math.abs((long) number.precision() - number.scale()) > LONGEST_NUMBER) {
      return new Grid.Cell(at, number.toString(), Grid.Kind.TEXT);
    }
    return new Grid.Cell(
        at, number.round(EXACT).stripTrailingZeros().toPlainString(), Grid.Kind.NUMBER);
  }

  private static Grid.Cell day(LocalDateTime moment, String at) {
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? new Grid.Cell(at, moment.toLocalDate().toString(), Grid.Kind.DAY)
        : new Grid.Cell(at, moment.toString(), Grid.Kind.MOMENT);
  }

  /** A number is a day by its format alone (ECMA-376 part 1, 18.8.30). */
  private static boolean isDay(Cell cell) {
    var format = cell.getDataFormatString();
    if (format == null) {
      return false;
    }
    var letters = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.", "").toLowerCase(Locale.ROOT);
    return letters.matches(".*[dy].*|.*h.*m.*");
  }
}
