package org.drawdown.record.order;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.drawdown.api.answer.AnswerWriter;
import org.drawdown.language.Languages;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;

/** Writes a movement order as a page that prints on one sheet. */
@Provider
@Produces(MediaType.TEXT_HTML)
class OrderPage extends AnswerWriter<MovementOrder> {

  private static final String STYLE =
      ".columns { columns: 2; column-gap: 4mm } .hazardous { font-weight: bold }";

  OrderPage(HttpHeaders request) {
    super(request, MovementOrder.class);
  }

  @Override
  protected byte[] written(MovementOrder order, MultivaluedMap<String, Object> headers) {
    var language = language(headers);
    var sheet = new Sheet(order, text -> html(Languages.say(text, language)));
    var title = sheet.say(m -> m.movementOrder(order.movement()));
    return page(language, title, STYLE, sheet.body());
  }

  /** Says a text in the language of the reader. */
  private interface Voice {
    String say(Text text);
  }

  private record Sheet(MovementOrder o, Voice voice) {

    String say(Text text) {
      return voice.say(text);
    }

    private static String row(Object... cells) {
      var row = new StringBuilder("<tr>");
      for (var cell : cells) {
        row.append("<td>").append(html(cell)).append("</td>");
      }
      return row.append("</tr>").toString();
    }

    private String head(Text... titles) {
      var row = new StringBuilder("<tr>");
      for (var title : titles) {
        row.append("<th>").append(say(title)).append("</th>");
      }
      return row.append("</tr>\n").toString();
    }

    private static String lines(List<String> rows) {
      return rows.stream().collect(Collectors.joining("\n"));
    }

    private String table(Text title, String head, List<String> rows) {
      return rows.isEmpty()
          ? ""
          : "<h2>%s</h2>\n<table>%s%s</table>\n".formatted(say(title), head, lines(rows));
    }

    String body() {
      var facts =
          List.of(
              row(say(Messages::orderFromTo), o.base() + " → " + o.destination()),
              row(say(Messages::orderKind), o.kind() + ", " + o.mode() + ", " + o.state()),
              row(
                  say(Messages::orderDays),
                  (o.dispatched() == null ? "" : o.dispatched() + " · ")
                      + o.departs()
                      + " – "
                      + o.arrives()),
              row(
                  say(Messages::orderVehicles),
                  o.vehicles() == null
                      ? Objects.toString(o.aircraft(), "")
                      : Objects.toString(o.vehicles().all(), "")),
              row(say(Messages::orderEscorts), o.escorts()),
              row(say(Messages::orderCover), o.cover()),
              row(say(Messages::orderPeople), o.people()),
              row(say(Messages::orderLoads), o.loads() + " (" + o.hazardousLoads() + ")"));
      return "<table>"
          + lines(facts)
          + "</table>\n"
          + table(
              Messages::orderWay,
              head(Messages::orderLeg, Messages::orderFromTo, Messages::orderKm),
              o.way().stream()
                  .map(l -> row(l.route(), l.from() + " → " + l.to(), l.distanceKm()))
                  .toList())
          + table(
              Messages::orderHalts,
              head(Messages::orderDay, Messages::orderLeg, Messages::orderKm),
              o.halts().stream()
                  .map(h -> row(h.day(), h.route() + " " + h.routeKm(), h.toKm()))
                  .toList())
          + table(
              Messages::orderClearances,
              "",
              o.permissions().stream()
                  .map(p -> row(p.id(), p.kind(), p.authority(), p.state()))
                  .toList())
          + table(
              Messages::orderRestrictions,
              "",
              o.restrictions().stream()
                  .map(r -> row(r.id(), r.from() + " – " + r.to(), r.reason()))
                  .toList())
          + "<div class=\"columns\">\n"
          + table(
              Messages::orderManifest,
              head(Messages::orderUnit, Messages::orderPeople),
              o.manifest().stream()
                  .map(u -> row(u.name() == null ? u.unit() : u.name(), u.people()))
                  .toList())
          + table(
              Messages::orderLoadList,
              head(Messages::orderAsset, Messages::orderQuantity, Messages::orderLoads),
              o.loadList().stream()
                  .map(
                      l ->
                          row(l.asset() + (l.hazardous() ? " ⚠" : ""), l.quantity(), l.loads())
                              .replace("<tr>", l.hazardous() ? "<tr class=\"hazardous\">" : "<tr>"))
                  .toList())
          + "</div>";
    }
  }
}
