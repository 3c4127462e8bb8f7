package org.drawdown.sheet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.drawdown.api.contract.Column;
import org.drawdown.dataset.Dataset;
import org.drawdown.language.Text;

/**
 * A workbook to fill in.
 *
 * @param around the mission whose places can be chosen; null where there is none yet
 */
public record Template(List<Form> sheets, @JsonIgnore Dataset around) {

  /**
   * A sheet.
   *
   * @param list that it is for
   * @param heading its name in the reader's language; either is understood
   */
  public record Form(String list, Text heading, List<Field> columns) {}

  /**
   * A column of a sheet.
   *
   * @param path of the field in the list's documents
   * @param heading in the reader's language; the path is understood as well
   * @param words that may stand there; none where it is free
   * @param explanation in the reader's language
   */
  public record Field(
      String path,
      Text heading,
      Column.Kind kind,
      boolean required,
      List<String> words,
      Text explanation) {}
}
