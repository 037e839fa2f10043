package org.recordlake.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.recordlake.catalog.Zone;
import org.recordlake.job.JobContext;

/** Compares what each mart would follow from now with what it was made from. */
final class ModelPlanner {
  private final JobContext context;
  private final Map<String, Fingerprint> planned = new HashMap<>();

  ModelPlanner(JobContext context) {
    this.context = context;
  }

  /** A plan for {@code models}, given in the order in which they read each other. */
  ModelPlan plan(List<MartModel> models) {
    List<ModelPlan.Step> steps = new ArrayList<>();
    for (MartModel model : models) {
      Fingerprint fingerprint = fingerprint(model);
      planned.put(model.name(), fingerprint);
      steps.add(
          new ModelPlan.Step(
              model.name(),
              model.reads(),
              fingerprint.toString(),
              reason(model, fingerprint),
              scope(model, fingerprint)));
    }
    return new ModelPlan(steps);
  }

  private Fingerprint fingerprint(MartModel model) {
    Map<String, String> parts = new TreeMap<>();
    parts.put("sql", model.textDigest());
    parts.put("keys", Digest.of(context.protector().pseudonym("")));
    ModelParameters parameters = ModelParameters.of(context);
    model.settingsDigest(parameters).ifPresent(digest -> parts.put("rules", digest));
    Map<String, Object> named = parameters.named();
    model.parameters().forEach(name -> parts.put(name, stated(named.get(name))));
    model.reads().forEach(table -> parts.put(table, state(table)));
    return Fingerprint.of(parts);
  }

  /** A value as a word; a long text by its digest, since a fingerprint has no spaces. */
  private static String stated(Object value) {
    String text = String.valueOf(value);
    return text.startsWith("{") ? Digest.of(text) : text;
  }

  private String state(String table) {
    if (context.catalog().table(table).zone() != Zone.MARTS) {
      return String.valueOf(context.lake().version(table));
    }
    return Optional.ofNullable(planned.get(table))
        .or(() -> stored(table))
        .map(Fingerprint::digest)
        .orElse("none");
  }

  private Optional<String> reason(MartModel model, Fingerprint fingerprint) {
    if (context.options().full()) {
      return Optional.of("a full rebuild was asked for");
    }
    Optional<Fingerprint> stored = stored(model.name());
    if (stored.isEmpty()) {
      return Optional.of("not made yet");
    }
    List<String> changes = fingerprint.since(stored.get());
    return changes.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", changes));
  }

  private RebuildScope scope(MartModel model, Fingerprint fingerprint) {
    return context.options().full()
        ? RebuildScope.WHOLE
        : stored(model.name())
            .map(then -> new ScopePlanner(context.lake()).scope(model, then, fingerprint))
            .orElse(RebuildScope.WHOLE);
  }

  private Optional<Fingerprint> stored(String mart) {
    return context.lake().fingerprint(mart).map(Fingerprint::parse);
  }
}
