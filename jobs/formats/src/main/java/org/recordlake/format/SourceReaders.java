package org.recordlake.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.recordlake.catalog.Catalog;
import org.recordlake.problem.Failure;

/** The readers of every layout known, our own and those of any other jar on the class path. */
public final class SourceReaders {
  private SourceReaders() {}

  /**
   * Every reader, the more demanding first.
   *
   * @throws Failure (configuration) if a provider cannot be loaded, or two readers have one name
   */
  public static List<SourceReader> all(ReaderSettings settings, Catalog catalog) {
    List<SourceReader> readers =
        providers().stream()
            .flatMap(provider -> provider.readers(settings, catalog).stream())
            .toList();
    Set<String> names = new HashSet<>();
    for (SourceReader reader : readers) {
      if (!names.add(reader.format())) {
        throw Failure.configuration(
            "two readers have the name '" + reader.format() + "'",
            reader.getClass().getName(),
            "Remove one of the jars that bring them from the class path");
      }
    }
    return readers;
  }

  private static List<ReaderProvider> providers() {
    List<ReaderProvider> providers = new ArrayList<>();
    try {
      ServiceLoader.load(ReaderProvider.class, classPath()).forEach(providers::add);
    } catch (ServiceConfigurationError e) {
      throw Failure.configuration(
          "a provider of readers cannot be loaded: " + e.getMessage(),
          "META-INF/services/" + ReaderProvider.class.getName(),
          "Correct its jar, or remove it from the class path");
    }
    providers.sort(
        Comparator.comparingInt(ReaderProvider::rank)
            .thenComparing(provider -> provider.getClass().getName()));
    return providers;
  }

  /** Jars that spark-submit was given are seen by the loader of the thread only. */
  private static ClassLoader classPath() {
    return Optional.ofNullable(Thread.currentThread().getContextClassLoader())
        .orElse(SourceReaders.class.getClassLoader());
  }
}
