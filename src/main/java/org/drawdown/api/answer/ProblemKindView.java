package org.drawdown.api.answer;

import org.drawdown.api.problem.ProblemKind;
import org.drawdown.language.Text;

/** A kind of problem, as clients see it. */
record ProblemKindView(String type, Text title, int status, Text description) {

  static ProblemKindView of(ProblemKind kind) {
    return new ProblemKindView(kind.type(), kind.title(), kind.status(), kind.meaning());
  }
}
