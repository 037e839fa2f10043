package org.recordlake.format.payment;

import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Pattern;
import org.recordlake.format.Head;
import org.recordlake.format.RawRow;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceReader;
import org.recordlake.format.TableShape;

/**
 * Files of the Automated Clearing House in the form of the Nacha Operating Rules: records of 94
 * characters in blocks of ten. It streams; what the control records say is checked as they come,
 * and a file that does not add up is refused whole.
 */
public record AchFiles() implements SourceReader {
  private static final String PAYMENTS = "payments";

  /** A batch header and an entry: a file whose own header got lost, which is refused as that. */
  private static final Pattern HEADLESS =
      Pattern.compile("5(?:200|220|225)[^\\r\\n]{46}[A-Z]{3}[^\\r\\n]{0,41}\\R6\\d{11}");

  /** Record size, blocking factor and format code, at 35 to 40 of the file header. */
  private static final String FORM = "094101";

  @Override
  public String format() {
    return "nacha-ach";
  }

  @Override
  public Set<String> tables(Head head) {
    String text = head.text().stripLeading();
    boolean fits =
        text.startsWith("101")
            && text.length() >= AchRecord.LENGTH - 20
            && text.substring(34, 40).equals(FORM);
    return fits || HEADLESS.matcher(text).lookingAt() ? Set.of(PAYMENTS) : Set.of();
  }

  @Override
  public Iterator<RawRow> rows(SourceFile file, TableShape table) throws IOException {
    return new AchRows(new AchRecords(file.text()), table);
  }
}
