package org.drawdown.api.answer;

import jakarta.ws.rs.core.UriInfo;

/** A write that a client only tries: everything is checked, nothing is written. */
public final class DryRun {

  private DryRun() {}

  /** Whether a request is one ({@code validateOnly=true}). */
  public static boolean isAsked(UriInfo uri) {
    return Boolean.parseBoolean(uri.getQueryParameters().getFirst("validateOnly"));
  }
}
