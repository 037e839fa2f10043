package org.recordlake.scan.decode;

import java.io.IOException;

/** What keeps a file from being read; the message is the scan's own and tells nothing of it. */
public final class Refusal extends IOException {
  private static final long serialVersionUID = 1L;

  public Refusal(String reason) {
    super(reason);
  }
}
