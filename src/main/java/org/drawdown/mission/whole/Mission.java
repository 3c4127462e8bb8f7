package org.drawdown.mission.whole;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.ExtraFields;
import org.drawdown.mission.ListFields;
import org.drawdown.mission.MissionRow;

/**
 * The mission itself. There is one. Who writes any of the mission's data locks it first, so that
 * what was checked still holds when it is written.
 */
@Entity
class Mission extends MissionRow<Dataset.Mission> {

  /** The key of the one mission of this service. */
  static final String THE_ONE = "current";

  private static final String SOURCES = "sources";
  private static final String MANDATE = "mandate";
  private static final String OTHERS = "otherAirServices";

  @Id private String id;

  /** Rises with every change to any of the mission's data. */
  private long revision;

  private String code;
  private String name;
  private String hostState;
  private LocalDate startDate;
  private LocalDate withdrawalDeadline;
  private LocalDate horizonEnd;
  private LocalDate preparationUntil;
  private LocalDate contractsEnd;

  @ElementCollection
  @CollectionTable(name = "season", joinColumns = @JoinColumn(name = "mission"))
  @OrderColumn(name = "list_order")
  private List<Season> seasons = new ArrayList<>();

  private Integer convoyMinVehicles;
  private Integer convoyMaxVehicles;
  private Integer convoySeatsPerVehicle;
  private Integer convoyLoadingDays;
  private Integer convoyEscorts;
  private Integer airLotSize;
  private Double airHoursPerDay;
  private Double airTurnaroundHours;
  private Integer coverRotaryWing;
  private Integer coverWithinMinutes;

  @ElementCollection
  @CollectionTable(name = "truck_window", joinColumns = @JoinColumn(name = "mission"))
  @OrderColumn(name = "list_order")
  private List<PoolWindow> trucks = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "escort_window", joinColumns = @JoinColumn(name = "mission"))
  @OrderColumn(name = "list_order")
  private List<PoolWindow> escorts = new ArrayList<>();

  /** The sources that the marks of the dataset cite; kept, not read. */
  @Convert(converter = ExtraFields.class)
  @Column(columnDefinition = "text")
  private Map<String, Object> datasetSources;

  /** For Hibernate. */
  protected Mission() {}

  static Mission theOne() {
    var mission = new Mission();
    mission.id = THE_ONE;
    return mission;
  }

  @Override
  public Dataset.Mission document() {
    return new Dataset.Mission(
        code,
        name,
        hostState,
        startDate,
        withdrawalDeadline,
        horizonEnd,
        preparationUntil,
        contractsEnd,
        seasons.stream().map(Season::document).toList(),
        convoy(),
        air(),
        trucks.isEmpty() && escorts.isEmpty()
            ? null
            : new Dataset.Pools(
                trucks.stream().map(PoolWindow::document).toList(),
                escorts.stream().map(PoolWindow::document).toList()),
        cover(),
        ListFields.read(extra(), MANDATE, Dataset.Mandate.class),
        ListFields.read(extra(), OTHERS, Dataset.OtherAirService.class),
        ListFields.without(extra(), MANDATE, OTHERS));
  }

  private Dataset.Convoy convoy() {
    var convoy =
        new Dataset.Convoy(
            convoyMinVehicles,
            convoyMaxVehicles,
            convoySeatsPerVehicle,
            convoyLoadingDays,
            convoyEscorts);
    return convoy.equals(Dataset.Convoy.NONE) ? null : convoy;
  }

  private Dataset.Cover cover() {
    return coverRotaryWing == null && coverWithinMinutes == null
        ? null
        : new Dataset.Cover(coverRotaryWing, coverWithinMinutes);
  }

  private Dataset.Air air() {
    var air = new Dataset.Air(airLotSize, decimal(airHoursPerDay), decimal(airTurnaroundHours));
    return air.equals(new Dataset.Air(null, null, null)) ? null : air;
  }

  private static BigDecimal decimal(Double number) {
    return number == null ? null : BigDecimal.valueOf(number);
  }

  private static Double number(BigDecimal decimal) {
    return decimal == null ? null : decimal.doubleValue();
  }

  void become(Dataset.Mission document) {
    code = document.code();
    name = document.name();
    hostState = document.hostState();
    startDate = document.startDate();
    withdrawalDeadline = document.withdrawalDeadline();
    horizonEnd = document.horizonEnd();
    preparationUntil = document.preparationUntil();
    contractsEnd = document.contractsEnd();
    seasons.clear();
    document.seasons().forEach(s -> seasons.add(Season.of(s)));
    var convoy = document.convoy();
    convoyMinVehicles = convoy == null ? null : convoy.minVehicles();
    convoyMaxVehicles = convoy == null ? null : convoy.maxVehicles();
    convoySeatsPerVehicle = convoy == null ? null : convoy.seatsPerVehicle();
    convoyLoadingDays = convoy == null ? null : convoy.loadingDays();
    convoyEscorts = convoy == null ? null : convoy.escorts();
    var air = document.air();
    airLotSize = air == null ? null : air.lotSize();
    airHoursPerDay = air == null ? null : number(air.hoursPerDay());
    airTurnaroundHours = air == null ? null : number(air.turnaroundHours());
    var cover = document.cover();
    coverRotaryWing = cover == null ? null : cover.rotaryWing();
    coverWithinMinutes = cover == null ? null : cover.withinMinutes();
    trucks.clear();
    escorts.clear();
    if (document.pools() != null) {
      document.pools().trucks().forEach(w -> trucks.add(PoolWindow.of(w)));
      document.pools().escorts().forEach(w -> escorts.add(PoolWindow.of(w)));
    }
    var withMandate = ListFields.with(document.extra(), MANDATE, document.mandate());
    keep(ListFields.with(withMandate, OTHERS, document.otherAirServices()));
    touch();
  }

  /** Says that something of the mission's data has changed. */
  void touch() {
    revision++;
  }

  /** How often the mission's data has changed. */
  long revision() {
    return revision;
  }

  /** The sources that the marks of the dataset cite. */
  @SuppressWarnings("unchecked")
  List<Map<String, Object>> sources() {
    return (List<Map<String, Object>>) datasetSources.getOrDefault(SOURCES, List.of());
  }

  void cite(List<Map<String, Object>> sources) {
    datasetSources = sources.isEmpty() ? Map.of() : Map.of(SOURCES, sources);
  }
}
