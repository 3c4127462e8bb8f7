package org.drawdown.record.movement;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.drawdown.api.contract.ContractSchema;
import org.drawdown.record.fact.Report;

/** Reports of several movements, to be filed all or none. */
@ContractSchema("ReportList")
record ReportList(List<Item> reports) {

  /** A report, and the movement that it is of. */
  record Item(String movement, @JsonUnwrapped Report report) {}
}
