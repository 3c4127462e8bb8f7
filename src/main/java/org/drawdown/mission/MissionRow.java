package org.drawdown.mission;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.Map;

/**
 * A row of the mission's data.
 *
 * @param <D> the dataset's record that the row keeps
 */
@MappedSuperclass
public abstract class MissionRow<D> {

  @Version private int version;

  /** Its place in the list of the dataset. */
  private int listOrder;

  /** Fields of the record that nobody reads. */
  @Convert(converter = ExtraFields.class)
  @Column(columnDefinition = "text")
  private Map<String, Object> extra;

  /** For Hibernate. */
  protected MissionRow() {}

  /** The dataset's record of this row. */
  public abstract D document();

  /** Puts the row at a place of its list. */
  void standAt(int place) {
    listOrder = place;
  }

  /** Puts the row behind another, or first if that is null. */
  void standBehind(MissionRow<D> last) {
    listOrder = last == null ? 0 : last.listOrder + 1;
  }

  /** The fields that are kept and not read. */
  protected Map<String, Object> extra() {
    return extra;
  }

  /** Replaces the fields that are kept and not read. */
  protected void keep(Map<String, Object> fields) {
    extra = fields;
  }
}
