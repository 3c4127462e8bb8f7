package org.drawdown.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.drawdown.language.Text;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer into the body, {@code /query/<name>} for a parameter, or {@code
 *     /header/<name>} for a header
 * @param sheet of a workbook; null where it is of none
 * @param cell of a table, such as {@code D12}; null where it is of none
 * @param value that stands there; null where nothing does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(String pointer, Text detail, String sheet, String cell, String value) {

  /** Something that is wrong with what is no table. */
  public Fault(String pointer, Text detail) {
    this(pointer, detail, null, null, null);
  }

  /** This fault, of a document that stands at {@code prefix} in another. */
  public Fault under(String prefix) {
    return new Fault(prefix + pointer, detail, sheet, cell, value);
  }

  /** This fault, told otherwise. */
  public Fault saying(Text other) {
    return new Fault(pointer, other, sheet, cell, value);
  }

  /** What a person looks for: the cell of a sheet, or else the pointer. */
  String place() {
    return cell == null ? pointer : sheet == null ? cell : sheet + "!" + cell;
  }
}
