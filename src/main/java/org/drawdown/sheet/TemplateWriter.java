package org.drawdown.sheet;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import org.drawdown.api.answer.AnswerWriter;
import org.drawdown.api.page.Xlsx;

/** Writes workbooks to fill in. */
@Provider
@Produces(Xlsx.MEDIA_TYPE)
class TemplateWriter extends AnswerWriter<Template> {

  private final SheetForms forms;

  TemplateWriter(HttpHeaders request, SheetForms forms) {
    super(request, Template.class);
    this.forms = forms;
  }

  @Override
  protected byte[] written(Template template, MultivaluedMap<String, Object> headers)
      throws IOException {
    var language = language(headers);
    headers.putSingle(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"template.xlsx\"");
    return new MissionWorkbook(forms, language, template.around())
        .empty(template.sheets().stream().map(Template.Form::list).toList())
        .written();
  }
}
