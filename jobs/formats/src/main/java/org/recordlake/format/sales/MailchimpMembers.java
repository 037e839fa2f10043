package org.recordlake.format.sales;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recordlake.format.DaysFrom;
import org.recordlake.format.RawRow;
import org.recordlake.format.TableShape;
import org.recordlake.format.tabular.Cells;
import org.recordlake.format.tabular.Fields;
import org.recordlake.format.tabular.HeadedReader;
import org.recordlake.format.tabular.Header;
import org.recordlake.format.tabular.StableKey;

/**
 * Members of a Mailchimp audience, which come in three files of different columns. Names before
 * {@code MEMBER_RATING} are the audience's own, in its own language, but the address comes first.
 * The files do not say which publication they are of: unless the landing folder is told its
 * constants, it is mailchimp.
 *
 * @param kind which of the three files
 */
public record MailchimpMembers(Kind kind) implements HeadedReader {
  private static final String UNNAMED = "mailchimp";

  /** The three files of an export. */
  public enum Kind {
    SUBSCRIBED("lastchanged"),
    UNSUBSCRIBED("unsubtime"),
    CLEANED("cleantime");

    private final String mark;

    Kind(String mark) {
      this.mark = mark;
    }
  }

  @Override
  public String format() {
    return "mailchimp-" + kind.name().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public Set<String> tables(Header header) {
    boolean member = header.hasAny("leid", "euid", "memberrating") && header.width() > 2;
    boolean other =
        kind == Kind.SUBSCRIBED && header.hasAny(Kind.UNSUBSCRIBED.mark, Kind.CLEANED.mark);
    boolean marked =
        header.has(kind.mark)
            || (kind == Kind.SUBSCRIBED && header.hasAll("optintime", "confirmtime"));
    return member && marked && !other ? Set.of("publication_subscriptions") : Set.of();
  }

  @Override
  public boolean oneRowALine() {
    return true;
  }

  @Override
  public DaysFrom daysFrom(Header header) {
    return header.hasAny("lastchanged", kind.mark) ? DaysFrom.ROWS : DaysFrom.FILE_DAY;
  }

  @Override
  public List<RawRow> rows(Fields fields, TableShape table) {
    String email = email(fields);
    Optional<String> changed =
        day(fields, "lastchanged", "unsubtime", "cleantime", "confirmtime", "optintime")
            .or(() -> Optional.of(fields.exportedOn().toString()));
    return List.of(
        new Cells()
            .put("subscription_id", "MC-" + id(fields, email))
            .put("name", name(fields))
            .put("email", email)
            .put("mail_address", fields.text("address", "mailingaddress"))
            .put("publication", UNNAMED)
            .put("list", UNNAMED)
            .put("format", "email")
            .put("requested_on", requestedOn(fields, changed))
            .put("ceased_on", kind == Kind.SUBSCRIBED ? Optional.empty() : day(fields, kind.mark))
            .put("ceased_reason", reason(fields))
            .put("updated_on", changed)
            .row(table, fields));
  }

  private static String email(Fields fields) {
    return fields.header().has("emailaddress")
        ? fields.plain("emailaddress")
        : fields.record().field(0);
  }

  private static String id(Fields fields, String email) {
    return fields
        .text("leid", "euid")
        .orElseGet(() -> StableKey.text(email.toLowerCase(java.util.Locale.ROOT)));
  }

  /** Members brought in by a list were never asked: the first day known of them stands in. */
  private static Optional<String> requestedOn(Fields fields, Optional<String> changed) {
    return day(fields, "optintime", "confirmtime").or(() -> changed);
  }

  private Optional<String> reason(Fields fields) {
    return switch (kind) {
      case SUBSCRIBED -> Optional.empty();
      case CLEANED -> Optional.of("undeliverable");
      case UNSUBSCRIBED ->
          Optional.of(
                  Stream.of(fields.plain("unsubreason"), fields.plain("unsubreasonother"))
                      .filter(text -> !text.isEmpty())
                      .collect(Collectors.joining(": ")))
              .filter(text -> !text.isEmpty());
    };
  }

  private static String name(Fields fields) {
    String first = fields.text("firstname", "fname", "prénom", "vorname", "nombre").orElse("");
    String last = fields.text("lastname", "lname", "nom", "nachname", "apellido").orElse("");
    String full = (first + " " + last).strip();
    return full.isEmpty() ? fields.text("name", "fullname").orElse("") : full;
  }

  private static Optional<String> day(Fields fields, String... names) {
    return fields.day(names);
  }
}
