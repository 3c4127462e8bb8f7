package org.drawdown.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandoverStepsTest {

  private static Dataset.Base base(String json) throws Exception {
    return new ObjectMapper().readValue(json.replace('\'', '"'), Dataset.Base.class);
  }

  @Test
  void aBaseThatSaysNothingTakesSixDays() throws Exception {
    assertEquals(6, HandoverSteps.days(base("{'code':'A'}")));
  }

  @Test
  void stepsThatABaseNamesTakeItsDaysInTheUsualOrder() throws Exception {
    var base =
        base(
            "{'code':'A','handoverSteps':[{'step':'FORMAL_TRANSFER','days':3},"
                + "{'step':'ENVIRONMENTAL_INSPECTION','days':0}]}");
    assertEquals(
        List.of(0, 1, 1, 1, 3), HandoverSteps.of(base).stream().map(s -> s.days()).toList());
    assertEquals(6, HandoverSteps.days(base));
  }

  @Test
  void whatIsNotReadIsKept() throws Exception {
    var base = base("{'code':'A','sources':[{'figures':['x']}],'estimate':true}");
    assertEquals(List.of("sources", "estimate"), List.copyOf(base.extra().keySet()));
    var again = new ObjectMapper().valueToTree(base);
    assertEquals("x", again.at("/sources/0/figures/0").asText());
  }
}
