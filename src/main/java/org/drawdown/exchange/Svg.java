package org.drawdown.exchange;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A drawing that is written shape by shape; what it says is escaped by the writer. */
final class Svg {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final XMLStreamWriter xml;

  /**
   * Begins a drawing on a white ground.
   *
   * @param title what it shows, for who cannot see it
   */
  Svg(int width, int height, String title, Locale language) throws XMLStreamException {
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("svg");
    xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
    attributes(
        "viewBox",
        "0 0 %d %d".formatted(width, height),
        "width",
        width,
        "height",
        height,
        "role",
        "img",
        "font-family",
        "sans-serif",
        "font-size",
        12);
    xml.writeAttribute("xml:lang", language.getLanguage());
    xml.writeStartElement("title");
    xml.writeCharacters(title);
    xml.writeEndElement();
    rectangle(0, 0, width, height, "#ffffff", null);
    text(8, 20, title, "font-weight", "bold", "font-size", 14);
  }

  private void attributes(Object... pairs) throws XMLStreamException {
    for (int i = 0; i < pairs.length; i += 2) {
      xml.writeAttribute(String.valueOf(pairs[i]), shown(pairs[i + 1]));
    }
  }

  private static String shown(Object value) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.1f", number)
        : String.valueOf(value);
  }

  /**
   * A rectangle.
   *
   * @param tip what it stands for, or null
   */
  void rectangle(double x, double y, double width, double height, String fill, String tip)
      throws XMLStreamException {
    xml.writeStartElement("rect");
    attributes("x", x, "y", y, "width", width, "height", height, "fill", fill);
    if (tip != null) {
      xml.writeStartElement("title");
      xml.writeCharacters(tip);
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  void line(double x1, double y1, double x2, double y2, String stroke, String dashes)
      throws XMLStreamException {
    xml.writeEmptyElement("line");
    attributes("x1", x1, "y1", y1, "x2", x2, "y2", y2, "stroke", stroke);
    attributes("stroke-dasharray", dashes);
  }

  /** A line through points, as pairs of coordinates. */
  void path(String points, String stroke, String dashes) throws XMLStreamException {
    xml.writeEmptyElement("polyline");
    attributes("points", points, "fill", "none", "stroke", stroke, "stroke-width", 2);
    attributes("stroke-dasharray", dashes);
  }

  void text(double x, double y, String words, Object... more) throws XMLStreamException {
    xml.writeStartElement("text");
    attributes("x", x, "y", y);
    attributes(more);
    xml.writeCharacters(words);
    xml.writeEndElement();
  }

  /** The whole drawing. */
  byte[] end() throws XMLStreamException {
    xml.writeEndDocument();
    xml.close();
    return out.toByteArray();
  }
}
