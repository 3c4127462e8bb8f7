package org.drawdown.api.contract;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.drawdown.api.problem.Refusal;

/**
 * Refuses a body that is too large, by its Content-Length, or else while it is read. Who may not
 * send it has been refused before.
 */
@Provider
class BodyLimit implements ReaderInterceptor {

  /** Injected lazily, because Quarkus creates filters before runtime configuration exists. */
  private final Instance<BodyConfig> config;

  BodyLimit(Instance<BodyConfig> config) {
    this.config = config;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    var limits = config.get();
    long most =
        (context.getType().isAnnotationPresent(LargeBody.class)
                ? limits.maxDatasetSize()
                : limits.maxBodySize())
            .asLongValue();
    var length = context.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH);
    if (length != null && length.matches("[0-9]{1,18}") && Long.parseLong(length) > most) {
      throw Refusal.tooLarge(most);
    }
    context.setInputStream(new Counted(context.getInputStream(), most));
    return context.proceed();
  }

  private static final class Counted extends FilterInputStream {
    private final long most;
    private long count;

    Counted(InputStream in, long most) {
      super(in);
      this.most = most;
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
