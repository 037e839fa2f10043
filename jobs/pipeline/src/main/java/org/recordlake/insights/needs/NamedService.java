package org.recordlake.insights.needs;

import java.io.Serializable;
import java.util.List;

/**
 * A service as the dictionary knows it.
 *
 * @param service its code, as in {@code service_usage}
 * @param name what a reader calls it
 * @param words phrases it is known by
 * @param unless phrases that hold such words and mean something else
 * @param publications publications that are about it
 * @param guide what to send to a customer who may need it
 */
record NamedService(
    String service,
    String name,
    Phrases words,
    Phrases unless,
    List<String> publications,
    String guide)
    implements Serializable {
  NamedService {
    publications = List.copyOf(publications);
  }
}
