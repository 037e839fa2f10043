package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobResult;
import org.recordlake.scan.token.ResidueToken;
import org.recordlake.scan.token.ResidueTokens;
import org.recordlake.scan.token.TokenMaker;

/** What living rows say is not looked for, whatever the table, the column and the writing. */
class LivingMentionsTest {
  private static final String TODAY = "2026-11-22";

  @TempDir Path folder;

  @Test
  void whatLivesElsewhereIsNoTraceAndWhatDoesNotIs() {
    SmallLake lake = new SmallLake(folder);
    String shared = "maria.quibble-vandermolen@harbor-logistics.example.org";
    lake.store(
        "meetings",
        Map.of("meeting_id", "M-000001", "meeting_date", "2024-11-21"),
        Map.of("meeting_id", "M-000002", "meeting_date", "2026-11-21"));
    lake.store(
        "chat_messages",
        Map.of(
            "meeting_id",
            "M-000001",
            "message_id",
            "1",
            "meeting_date",
            "2024-11-21",
            "sender_email",
            shared,
            "message",
            "Could you share the rate tables again, please?"),
        Map.of(
            "meeting_id",
            "M-000002",
            "message_id",
            "2",
            "meeting_date",
            "2026-11-21",
            "sender_email",
            shared.toUpperCase(java.util.Locale.ROOT),
            "message",
            "Could you share the rate tables again, please?"));
    lake.store(
        "device_usage",
        Map.of(
            "meeting_id",
            "M-000002",
            "participant_id",
            "P1",
            "meeting_date",
            "2026-11-21",
            "ip_address",
            "203.0.113.17"));
    JobContext context = lake.on(TODAY);
    TokenMaker maker = new TokenMaker(new ErasedTokens(context).salt());
    maker.add("chat_messages.sender_email", shared);
    maker.add("chat_messages.message", "Could you share the rate tables again, please?");
    maker.add("chat_messages.sender_name", "Somebody Ninette Quorum");
    maker.add("device_usage.ip_address", "203.0.113.1");
    ResidueTokens tokens = maker.made();
    Set<String> said =
        new LivingMentions(context, tokens).inRows(LivingMentions.tables(context, Set.of()));
    assertThat(
            tokens.without(said).tokens().stream()
                .map(ResidueToken::label)
                .collect(Collectors.toSet()))
        .containsExactly("chat_messages.sender_name");

    lake.run(TODAY, new RetentionDelete());
    JobResult purged = lake.run(TODAY, new RetentionPurge());
    assertThat(purged.problems()).isEmpty();
    assertThat(lake.dispositions()).allMatch(row -> row.getAs("state").equals("certified"));
  }
}
