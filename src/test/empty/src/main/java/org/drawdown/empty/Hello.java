package org.drawdown.empty;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** All that the empty service does. */
@Path("hello")
public class Hello {

  @GET
  public String hello() {
    return "hello";
  }
}
