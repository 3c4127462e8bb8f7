package org.drawdown.mission.places;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.ListFields;

/** A place to hand over. */
@Entity
@DiscriminatorValue("BASE")
public class Base extends Place<Dataset.Base> {

  private static final String SERVICES = "services";

  @Column(name = "base_kind")
  private String kind;

  private String sector;
  private String region;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "parent")
  private Base parent;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "hub")
  private Base hub;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "exit_code")
  private Exit exit;

  private Integer threatLevel;
  private Integer packingLoadsPerDay;
  private Integer rearParty;
  private String receivingAuthority;

  @ElementCollection
  @CollectionTable(name = "handover_step", joinColumns = @JoinColumn(name = "base"))
  @OrderColumn(name = "list_order")
  private List<HandoverDays> handoverSteps = new ArrayList<>();

  @Embedded private Airfield airfield;
  private Integer storageLoads;
  private Integer onwardLoadsPerDay;
  private Integer charterSeatsPerDay;
  private Boolean liquidation;
  private Integer maxVehicles;
  private Integer guard;
  private LocalDate agreedFrom;
  private LocalDate agreedTo;
  private String agreedDocument;

  /** For Hibernate. */
  protected Base() {}

  Base(String code) {
    super(code);
  }

  @Override
  public Dataset.Base document() {
    return new Dataset.Base(
        code(),
        name(),
        kind,
        sector,
        region,
        location(),
        parent == null ? null : parent.code(),
        hub == null ? null : hub.code(),
        threatLevel,
        packingLoadsPerDay,
        rearParty,
        receivingAuthority,
        handoverSteps.stream().map(s -> new Dataset.HandoverStep(s.step(), s.days())).toList(),
        airfield == null ? null : airfield.document(),
        storageLoads,
        onwardLoadsPerDay,
        charterSeatsPerDay,
        exit == null ? null : exit.code(),
        liquidation,
        maxVehicles,
        guard,
        agreed(),
        ListFields.read(extra(), SERVICES, Dataset.Service.class),
        null,
        null,
        null,
        ListFields.without(extra(), SERVICES));
  }

  private Dataset.Agreed agreed() {
    return agreedFrom == null && agreedTo == null && agreedDocument == null
        ? null
        : new Dataset.Agreed(agreedFrom, agreedTo, agreedDocument);
  }

  /** Takes over a document, all but the places that it names. */
  void become(Dataset.Base document) {
    isAt(document.name(), document.location());
    kind = document.kind();
    sector = document.sector();
    region = document.region();
    threatLevel = document.threatLevel();
    packingLoadsPerDay = document.packingLoadsPerDay();
    rearParty = document.rearParty();
    receivingAuthority = document.receivingAuthority();
    handoverSteps.clear();
    document.handoverSteps().forEach(s -> handoverSteps.add(new HandoverDays(s.step(), s.days())));
    airfield = Airfield.of(document.airfield());
    storageLoads = document.storageLoads();
    onwardLoadsPerDay = document.onwardLoadsPerDay();
    charterSeatsPerDay = document.charterSeatsPerDay();
    liquidation = document.liquidation();
    maxVehicles = document.maxVehicles();
    guard = document.guard();
    var agreed = document.agreed();
    agreedFrom = agreed == null ? null : agreed.from();
    agreedTo = agreed == null ? null : agreed.to();
    agreedDocument = agreed == null ? null : agreed.document();
    keep(ListFields.with(document.extra(), SERVICES, document.services()));
  }

  /** Ties it to its parent, its hub and its exit, each of which may be null. */
  void drainTo(Base itsParent, Base itsHub, Exit itsExit) {
    parent = itsParent;
    hub = itsHub;
    exit = itsExit;
  }
}
