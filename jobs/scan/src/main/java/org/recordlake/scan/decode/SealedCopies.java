package org.recordlake.scan.decode;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.recordlake.protect.Protector;

/** Files sealed as a whole: what is in them, with the keys. Their identity stands in their name. */
final class SealedCopies {
  private static final String NO_KEY = "sealed, and no key at hand opens it";

  private SealedCopies() {}

  static void read(Content content, String where, Optional<Protector> keys, Examiner examiner)
      throws IOException {
    if (keys.isEmpty()) {
      throw new Refusal(NO_KEY);
    }
    for (String identity : identities(content.name())) {
      if (opens(content, keys.get(), identity)) {
        Content clear =
            Content.seekable(
                without(content.name(), ".sealed"),
                () -> keys.get().unsealed(content.channel(), identity));
        examiner.inner(clear, where.isEmpty() ? "sealed" : where + ", sealed");
        return;
      }
    }
    throw new Refusal(NO_KEY);
  }

  private static boolean opens(Content content, Protector keys, String identity)
      throws IOException {
    try (SeekableByteChannel in = content.channel()) {
      keys.unsealed(in, identity).close();
      return true;
    } catch (IllegalArgumentException otherKey) {
      return false;
    }
  }

  private static Set<String> identities(String name) {
    String whole = without(name, ".part");
    String stem = without(whole, ".sealed");
    Set<String> identities = new LinkedHashSet<>();
    identities.add(stem);
    identities.add(stem.replaceFirst("^\\.", ""));
    identities.add(whole);
    identities.add(name);
    return identities;
  }

  private static String without(String name, String ending) {
    return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
  }
}
