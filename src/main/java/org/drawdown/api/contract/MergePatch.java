package org.drawdown.api.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A JSON Merge Patch (RFC 7396): fields that change; null takes a field away. */
@ContractSchema("Patch")
public final class MergePatch {

  /** The media type of a patch. */
  public static final String MEDIA_TYPE = "application/merge-patch+json";

  private final JsonNode patch;

  /** A patch as a client sent it. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public MergePatch(JsonNode patch) {
    this.patch = patch;
  }

  /** Whether nothing changes. */
  public boolean isEmpty() {
    return patch.isEmpty();
  }

  /** The patch as it was sent. */
  @JsonValue
  JsonNode document() {
    return patch;
  }

  /** The target with this patch applied; the target itself stays as it was. */
  JsonNode appliedTo(JsonNode target) {
    return apply(target, patch);
  }

  private static JsonNode apply(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    ObjectNode merged =
        target != null && target.isObject()
            ? target.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    patch
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isNull()) {
                merged.remove(field.getKey());
              } else {
                merged.set(field.getKey(), apply(merged.get(field.getKey()), field.getValue()));
              }
            });
    return merged;
  }
}
