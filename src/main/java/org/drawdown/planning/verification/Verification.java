package org.drawdown.planning.verification;

import java.util.List;
import org.drawdown.schedule.result.ScheduleResult.TermAmount;
import org.drawdown.schedule.result.ViolationDocument;

/** The judgement of the verifier. */
record Verification(
    boolean valid,
    List<ViolationDocument> violations,
    List<ViolationDocument> warnings,
    List<TermAmount> terms,
    long objective) {}
