package org.recordlake.model;

import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The staging models by name: Java stages as {@code META-INF/services} registers them, SQL files
 * otherwise. What a mart does when a stage goes wrong is seen by putting another in its place.
 */
public final class Stages {
  public static final Stages SHIPPED =
      new Stages(
          ServiceLoader.load(JavaStage.class).stream()
              .map(provider -> new JavaModel(provider.get()))
              .collect(Collectors.toUnmodifiableMap(JavaModel::name, Function.identity())));

  private final Map<String, JavaModel> inJava;

  private Stages(Map<String, JavaModel> inJava) {
    this.inJava = inJava;
  }

  /** The same with {@code stage} in the place of the one of its name. */
  public Stages with(JavaStage stage) {
    Map<String, JavaModel> others = new HashMap<>(inJava);
    others.put(stage.name(), new JavaModel(stage));
    return new Stages(Map.copyOf(others));
  }

  /** The staging model {@code name}. */
  Stage stage(String name) {
    JavaModel model = inJava.get(name);
    return model == null ? SqlModel.staging(name) : model;
  }
}
