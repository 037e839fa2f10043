package org.recordlake.format.meeting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.SourceRecord;

/**
 * Words that Teams writes in the language of whoever exports. The numbered form needs few of them:
 * its sections are known by number and its columns by place.
 */
final class TeamsWords {
  private static final Map<String, String> ROLES =
      Map.ofEntries(
          Map.entry("organizer", "host"),
          Map.entry("organiser", "host"),
          Map.entry("organizador", "host"),
          Map.entry("organizadora", "host"),
          Map.entry("organisator", "host"),
          Map.entry("organisateur", "host"),
          Map.entry("organizzatore", "host"),
          Map.entry("presenter", "presenter"),
          Map.entry("co-organizer", "presenter"),
          Map.entry("apresentador", "presenter"),
          Map.entry("presentador", "presenter"),
          Map.entry("moderador", "presenter"),
          Map.entry("referent", "presenter"),
          Map.entry("présentateur", "presenter"),
          Map.entry("relatore", "presenter"),
          Map.entry("attendee", "attendee"),
          Map.entry("participante", "attendee"),
          Map.entry("asistente", "attendee"),
          Map.entry("teilnehmer", "attendee"),
          Map.entry("participant", "attendee"),
          Map.entry("partecipante", "attendee"));

  private static final Set<List<String>> EVENT_HEADERS =
      Set.of(
          List.of("full name", "user action", "timestamp"),
          List.of("nome completo", "ação do usuário", "carimbo de data/hora"),
          List.of("nome completo", "ação do utilizador", "carimbo de data/hora"),
          List.of("nombre completo", "acción del usuario", "marca de tiempo"),
          List.of("vollständiger name", "benutzeraktion", "zeitstempel"),
          List.of("nom complet", "action de l'utilisateur", "horodatage"),
          List.of("nome completo", "azione utente", "timestamp"),
          List.of("nom complet", "action utilisateur", "horodatage"),
          List.of("nome completo", "azione utente", "data e ora"),
          List.of("volledige naam", "gebruikersactie", "tijdstempel"),
          List.of("imię i nazwisko", "akcja użytkownika", "sygnatura czasowa"),
          List.of("fullständigt namn", "användaråtgärd", "tidsstämpel"),
          List.of("tam ad", "kullanıcı eylemi", "zaman damgası"),
          List.of("celé jméno", "akce uživatele", "časové razítko"),
          List.of("полное имя", "действие пользователя", "метка времени"));

  private static final Set<String> JOINED =
      Set.of(
          "joined",
          "joined before",
          "ingressou",
          "ingressou antes",
          "entrou",
          "se unió",
          "se unió antes",
          "unido",
          "beigetreten",
          "vorher beigetreten",
          "a rejoint",
          "rejoint",
          "a rejoint avant",
          "ha partecipato",
          "partecipazione effettuata",
          "se ha unido",
          "deelgenomen",
          "neemt deel",
          "dołączył",
          "dołączył(a)",
          "dołączono",
          "anslöt",
          "har anslutit",
          "katıldı",
          "připojil se",
          "присоединился",
          "присоединился(ась)");

  private static final Set<String> LEFT =
      Set.of(
          "left",
          "saiu",
          "salió",
          "abandonó",
          "verlassen",
          "hat verlassen",
          "a quitté",
          "quitté",
          "ha abbandonato",
          "uscito",
          "ha lasciato",
          "verlaten",
          "heeft verlaten",
          "opuścił",
          "opuścił(a)",
          "lämnade",
          "ayrıldı",
          "odešel",
          "вышел",
          "вышел(а)");

  private TeamsWords() {}

  /** What somebody does in a line of the old form. */
  enum Action {
    JOINED,
    LEFT
  }

  /** The role in the catalogue's terms; empty for words not known. */
  static Optional<String> role(String word) {
    return Optional.ofNullable(ROLES.get(Labels.plain(word)));
  }

  static Optional<Action> action(String word) {
    String plain = Labels.plain(word);
    if (JOINED.contains(plain)) {
      return Optional.of(Action.JOINED);
    }
    return LEFT.contains(plain) ? Optional.of(Action.LEFT) : Optional.empty();
  }

  /** Whether {@code record} heads the old form. */
  static boolean headsEvents(SourceRecord record) {
    List<String> names =
        record.fields().subList(0, Labels.width(record)).stream().map(Labels::plain).toList();
    return EVENT_HEADERS.contains(names);
  }
}
