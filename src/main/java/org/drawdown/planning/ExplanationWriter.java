package org.drawdown.planning;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Term;
import org.drawdown.engine.explain.Explainer;
import org.drawdown.engine.explain.Explanation;
import org.drawdown.engine.explain.Link;
import org.drawdown.engine.verifier.Ledger;

/** Writes why a plan is as it is in the words of the API; sentences are made when it is read. */
final class ExplanationWriter {

  private final ObjectMapper mapper;
  private final Problem problem;
  private final Plan plan;
  private final LocalDate start;

  ExplanationWriter(ObjectMapper mapper, Brief.Briefing briefing, Plan plan) {
    this.mapper = mapper;
    this.problem = briefing.problem();
    this.plan = plan;
    this.start = briefing.dataset().mission().startDate();
  }

  private String date(int day) {
    return day < 0 ? null : start.plusDays(day).toString();
  }

  private String code(int site) {
    return problem.sites().get(site).code();
  }

  /** The explanation, as the only element of a JSON array. */
  String write(Ledger ledger) {
    var explanation = Explainer.explain(problem, plan, ledger);
    var document = mapper.createObjectNode();
    var bases = document.putArray("bases");
    for (int s = 0; s < problem.sites().size(); s++) {
      var base = bases.addObject().put("base", code(s)).put("closedOn", date(ledger.closedOn(s)));
      var chain = base.putArray("chain");
      explanation.chains().get(s).forEach(link -> chain.add(link(link)));
    }
    var floats = document.putArray("floats");
    for (var slack : explanation.floats()) {
      floats
          .addObject()
          .put("movement", slack.movement().id())
          .put("base", code(slack.movement().site()))
          .put("floatDays", slack.days());
    }
    late(document, explanation);
    var writeOffs = document.putArray("writeOffs");
    for (var left : plan.leftBehind()) {
      writeOffs
          .addObject()
          .put("base", code(left.site()))
          .put("asset", left.asset())
          .put("loads", left.loads())
          .put("cause", problem.hardDeadline() ? "HARD_DEADLINE" : "CHOICE");
    }
    terms(document, explanation);
    return mapper.createArrayNode().add(document).toString();
  }

  private ObjectNode link(Link link) {
    var node = mapper.createObjectNode();
    node.put("cause", link.cause().name());
    node.put("rule", link.rule() == null ? null : link.rule().name());
    node.put("base", code(link.site()));
    node.put("movement", link.movement());
    node.put("date", date(link.day()));
    node.put("resource", link.resource());
    if (link.from() < 0) {
      node.putNull("window");
    } else {
      node.putObject("window").put("from", date(link.from())).put("to", date(link.to()));
    }
    node.put("heldBy", link.heldBy());
    node.put("waitedDays", link.from() < 0 ? 0 : link.to() - link.from() + 1);
    return node;
  }

  private void late(ObjectNode document, Explanation explanation) {
    var late = document.putArray("late");
    for (var it : explanation.late()) {
      late.addObject()
          .put("what", "LOADS")
          .put("base", code(it.movement().site()))
          .put("amount", it.movement().loads())
          .put("daysLate", it.days())
          .set("why", link(it.why()));
    }
    for (var it : explanation.latePeople()) {
      late.addObject()
          .put("what", "PEOPLE")
          .put("base", code(it.why().site()))
          .put("amount", it.people())
          .put("daysLate", it.days())
          .set("why", link(it.why()));
    }
  }

  private void terms(ObjectNode document, Explanation explanation) {
    var terms = document.putArray("terms");
    for (var term : Term.values()) {
      long[] amounts = explanation.shares().get(term);
      long sum = 0;
      var node = terms.addObject().put("term", term.name());
      var shares = mapper.createArrayNode();
      for (int s = 0; s < amounts.length; s++) {
        sum += amounts[s];
        if (amounts[s] != 0) {
          shares
              .addObject()
              .put("base", code(s))
              .put("amount", amounts[s])
              .put("cost", amounts[s] * problem.weight(term));
        }
      }
      node.put("amount", sum).put("cost", sum * problem.weight(term)).set("shares", shares);
    }
  }
}
