package org.recordlake.format.encoding;

import java.nio.charset.Charset;

/** What the words of a text show of its encoding. */
sealed interface Detected {
  /** All of it is in this one. */
  record As(Charset charset) implements Detected {}

  /** It has a few stray bytes and else nothing beyond ASCII. */
  record Stray() implements Detected {}

  /** Nobody can tell. */
  record Unknown() implements Detected {}
}
