package org.drawdown.api.contract;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.drawdown.api.problem.Refusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a body that is too large: by its Content-Length, or else while it is read. */
@Provider
class BodyLimit implements ReaderInterceptor {

  /** Injected lazily, because Quarkus creates filters before runtime configuration exists. */
  private final Instance<BodyConfig> config;

  BodyLimit(Instance<BodyConfig> config) {
    this.config = config;
  }

  private long most() {
    return config.get().maxBodySize().asLongValue();
  }

  @ServerRequestFilter
  void check(ContainerRequestContext request) {
    var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    if (length != null && length.matches("[0-9]{1,18}") && Long.parseLong(length) > most()) {
      throw Refusal.tooLarge(most());
    }
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    context.setInputStream(new Counted(context.getInputStream()));
    return context.proceed();
  }

  private final class Counted extends FilterInputStream {
    private final long most = most();
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) {
      count += read;
      if (count > most) {
        throw Refusal.tooLarge(most);
      }
    }
  }
}
