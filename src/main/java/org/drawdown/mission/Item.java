package org.drawdown.mission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

/**
 * One thing of the mission's data. The document that clients sent is the truth; the columns beside
 * it, by which lists are filtered and sorted, are read off it whenever it changes.
 */
@MappedSuperclass
public abstract class Item {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Id private String id;
  @Version private int version;

  /** Its place in the list of the dataset. */
  private int place;

  @Column(columnDefinition = "text")
  private String body;

  /** For Hibernate. */
  protected Item() {}

  /** A new thing at a place in its list. */
  protected Item(String id, int place) {
    this.id = id;
    this.place = place;
  }

  /** The code, id or number that names it. */
  public String id() {
    return id;
  }

  /** The document. */
  public ObjectNode document() {
    try {
      return (ObjectNode) MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the stored document of " + id + " cannot be read", e);
    }
  }

  /** Takes the place of the document that was there. */
  void become(ObjectNode document) {
    body = document.toString();
    readOff(document);
  }

  /** Reads the columns off the document. */
  protected abstract void readOff(ObjectNode document);

  /** A field of a document, or null. */
  protected static String text(ObjectNode document, String field) {
    var node = document.path(field);
    return node.isMissingNode() || node.isNull() ? null : node.asText();
  }

  /** A field of a document, or what stands for it where it is absent. */
  protected static String text(ObjectNode document, String field, String absent) {
    var text = text(document, field);
    return text == null ? absent : text;
  }

  /** A list of codes between commas, with one before the first and one behind the last. */
  protected static String codes(ObjectNode document, String field) {
    var codes = new StringBuilder(",");
    document.path(field).forEach(code -> codes.append(code.asText()).append(','));
    return codes.toString();
  }
}
