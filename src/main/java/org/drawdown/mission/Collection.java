package org.drawdown.mission;

/** The lists of a dataset, in the order in which the document has them. */
public enum Collection {
  /** Ports of embarkation. */
  EXITS("exits", "Exit", "exit", "code"),
  /** Places to hand over. */
  BASES("bases", "Base", "base", "code"),
  /** People. */
  UNITS("units", "Unit", "unit", "id"),
  /** Aircraft, and lots of things. */
  ASSETS("assets", "Asset", "asset", "id"),
  /** Legs between places. */
  ROUTES("routes", "Route", "route", "id"),
  /** Windows in which something may not move. */
  RESTRICTIONS("restrictions", "Restriction", "restriction", "id"),
  /** Windows of the withdrawal plan. */
  PHASES("phases", "Phase", "phase", "number");

  private final String list;
  private final String schema;
  private final String noun;
  private final String key;

  Collection(String list, String schema, String noun, String key) {
    this.list = list;
    this.schema = schema;
    this.noun = noun;
    this.key = key;
  }

  /** Its name in the dataset and in the path. */
  public String list() {
    return list;
  }

  /** Its schema in the contract. */
  public String schema() {
    return schema;
  }

  /** What one of it is called. */
  public String noun() {
    return noun;
  }

  /** The field that names one of it. */
  public String key() {
    return key;
  }
}
