package org.drawdown.sheet;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.Locale;
import org.drawdown.api.answer.AnswerBodies;
import org.drawdown.api.answer.AnswerWriter;
import org.drawdown.api.page.Xlsx;
import org.drawdown.dataset.Dataset;

/** Writes a whole mission as a workbook, which can be changed and sent back. */
@Provider
@Produces(Xlsx.MEDIA_TYPE)
class DatasetWriter extends AnswerWriter<Dataset> {

  private final SheetForms forms;
  private final AnswerBodies bodies;

  DatasetWriter(HttpHeaders request, SheetForms forms, AnswerBodies bodies) {
    super(request, Dataset.class);
    this.forms = forms;
    this.bodies = bodies;
  }

  @Override
  protected byte[] written(Dataset dataset, MultivaluedMap<String, Object> headers)
      throws IOException {
    var language = language(headers);
    headers.putSingle(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mission.xlsx\"");
    // The version of the mission, by which it can be sent back, in whatever form it was got.
    var tag = bodies.json(dataset, Locale.ENGLISH).tag();
    headers.putSingle(HttpHeaders.ETAG, new EntityTag(tag));
    return new MissionWorkbook(forms, language, dataset).filled().written();
  }
}
