package org.drawdown.planning.verification;

import java.util.List;
import org.drawdown.schedule.result.ScheduleResult.TermAmount;
import org.drawdown.schedule.result.Violation;

/** The judgement of the verifier. */
record Verification(
    boolean valid, List<Violation> violations, List<TermAmount> terms, long objective) {}
