package org.drawdown.mission.limits;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.MissionRow;
import org.drawdown.mission.places.Base;

/** A window of the withdrawal plan. */
@Entity
public class Phase extends MissionRow<Dataset.Phase> {

  @Id private Integer number;
  private String name;
  private LocalDate firstDay;
  private LocalDate lastDay;

  @ManyToMany
  @JoinTable(
      name = "phase_base",
      joinColumns = @JoinColumn(name = "phase"),
      inverseJoinColumns = @JoinColumn(name = "base"))
  @OrderColumn(name = "list_order")
  private List<Base> bases = new ArrayList<>();

  /** For Hibernate. */
  protected Phase() {}

  Phase(int number) {
    this.number = number;
  }

  /** Names it. */
  public Integer number() {
    return number;
  }

  LocalDate firstDay() {
    return firstDay;
  }

  @Override
  public Dataset.Phase document() {
    return new Dataset.Phase(
        number, name, firstDay, lastDay, bases.stream().map(Base::code).toList(), extra());
  }

  void become(Dataset.Phase document, List<Base> itsBases) {
    name = document.name();
    firstDay = document.from();
    lastDay = document.to();
    bases.clear();
    bases.addAll(itsBases);
    keep(document.extra());
  }
}
