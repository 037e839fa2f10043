package org.recordlake.format.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.recordlake.format.SourceRecord;

/**
 * Names that Zoom gives columns in the language of whoever exports, put into its English ones. Zoom
 * words them differently from report to report, so a name is known by the stem that all wordings of
 * a language share. A header in English stays as it is.
 */
final class ZoomWords {
  private static final Set<String> YES =
      Set.of(
          "yes", "y", "true", "sim", "sí", "si", "sì", "oui", "ja", "да", "так", "tak", "ano",
          "evet", "はい", "是", "예", "네", "ya");

  /** An English name and what its names in other languages contain. */
  private record Stem(Pattern pattern, String english) {
    static Stem of(String english, String pattern) {
      return new Stem(Pattern.compile(pattern), english);
    }
  }

  private static final String MAIL = "e-?mail|e-posta|correo|courriel|почт|пошт|メール|邮|郵|메일|surel";
  private static final String HOST =
      "anfitri|organizador|organizzator|hôte|organisat|gastgeber|ホスト|主持|호스트|организатор|düzenley";
  private static final String START =
      "in[ií]cio|inizio|début|startzeit|beginn|начал|開始|开始|시작|rozpocz|başlangıç|mulai";
  private static final String COUNTRY = "\\bpa[ií]s\\b|paese|\\bpays\\b|\\bland\\b|国|국가|стран|ülke";

  /** A name of a person beside the original one, as Zoom marks it in every language. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?:nome|nombre|nom|name|naam|namn|navn|nama|tên|ad|imi[eę]|имя|ім.я|名|姓名|이름|kullanıcı|benutzer)"
              + ".*\\((?!original name)[^()]*(?:origin|ursprüng|oorspronk|исходн|настоящ|оригин|orijinal|元|原|원래|oryginal|asli|gốc)[^()]*\\)");

  private static final List<Stem> OF_PEOPLE =
      List.of(
          Stem.of("user name (original name)", NAME.pattern()),
          Stem.of("email", MAIL),
          Stem.of("country/region name", COUNTRY),
          Stem.of(
              "registration time",
              "inscri|iscrizion|registr.*(?:zeit|time|時|时)|anmeld|登録|注册|등록|регистр.*врем|врем.*регистр"),
          Stem.of("approval status", "aprova|aprob|approv|approba|genehm|承認|批准|승인|одобр"),
          Stem.of(
              "in waiting room",
              "attesa|espera|attente|warte|oczek|ожид|待機|等候|대기|bekleme|wachtkamer"),
          Stem.of("time in session (minutes)", "(?:sess|sitzung|セッション|会话|세션|сеанс).*(?:\\(|minut)"),
          Stem.of(
              "total duration (minutes)",
              "(?:total|gesamt|totale|合計|总|總|총|общ|łączn|toplam).*(?:dura|durée|dauer|durat|時間|时间|時長|时长|시간|длит|продолж|czas|süre)|dura\\S* total|durée totale|durata totale|gesamtdauer"),
          Stem.of(
              "duration (minutes)",
              "dura|durée|dauer|durat|duur|продолж|длит|тривал|czas trwania|時間 ?\\(分|时间 ?\\(分|時長|时长|시간 ?\\(분|süre|durasi"),
          Stem.of(
              "leave time",
              "salida|salir|sa[ií]da|uscita|sortie|départ|déconnexion|verlass|austritt|opuszcz|выход|退出|離開|离开|퇴장|나간|ayrıl|keluar"),
          Stem.of(
              "join time",
              "entrada|entrar|ingres|accesso|beitritt|beitrete|connexion|arrivée|d.entrée|dołącz|вход|подключ|参加|加入|입장|참가|katıl|gabung"),
          Stem.of(
              "attended",
              "particip(?:ou|ó)|asisti[óo]|a participé|ha partecipato|teilgenommen|出席|参加済|참석|посетил"),
          Stem.of("first name", "nome|nombre|prénom|vorname|名|имя|first name"),
          Stem.of(
              "last name", "sobrenome|apellidos?|cognome|nom(?: de famille)?|nachname|姓|фамилия"),
          Stem.of("phone", "tel[eé]fono?|telefone|téléphone|telefon|電話|电话|전화|телефон"),
          Stem.of(
              "guest",
              "guest|invitado|convidado|ospite|invité|gast|ゲスト|访客|訪客|게스트|гость|misafir|konuk"));

  private static final List<Stem> OF_MEETINGS =
      List.of(
          Stem.of(
              "topic",
              "argomento|tema|tópico|asunto|sujet|rubrique|thema|temat|тема|トピック|主题|主題|주제|konu|onderwerp"),
          Stem.of(
              "unique viewers",
              "(?:visualiz|espectad|spectat|zuschauer|閲覧|观众|觀眾).*(?:únic|unic|espec|uniques?|eindeut|ユニーク|独立)|spectateurs uniques|visualizzatori unici"),
          Stem.of("total users", "tota\\S* (?:de|di|des|d.) ?(?:us|ut|benutz).*|gesamtbenutzer"),
          Stem.of(
              "webinar id",
              "(?=.*(?:webinar|seminar|ウェビナー|网络研讨|вебинар))(?=.*(?:\\bid\\b|kennung|号|идентиф)).*"),
          Stem.of(
              "meeting id",
              "(?=.*(?:reuni|riunion|réunion|meeting|besprech|ミーティング|会议|會議|회의|конферен|toplantı|spotkani))(?=.*(?:\\bid\\b|kennung|号|號|идентиф|kimli)).*"),
          Stem.of("host email", "(?=.*(?:" + HOST + "))(?=.*(?:" + MAIL + ")).*"),
          Stem.of("host name", HOST),
          Stem.of("user email", MAIL),
          Stem.of(
              "actual start time",
              "(?=.*(?:" + START + "))(?=.*(?:real|effettiv|réel|tatsächl|efectiv|実際|实际|факт)).*"),
          Stem.of("start time", START),
          Stem.of(
              "end time",
              "\\bfine?\\b|finaliz|t[eé]rmino|\\bfim\\b|endzeit|\\bende\\b|оконч|конец|終了|结束|結束|종료|zakończ|bitiş|selesai"),
          Stem.of(
              "duration (minutes)",
              "dura(?!.*partecip)|durée|dauer|durat|продолж|длит|所要|持续|持續|時間 ?\\(分|时长|기간|süre"),
          Stem.of(
              "participants",
              "partecipanti|participantes|participants|teilnehmer|参加者|参会者|與會者|참가자|участники|katılımcılar|uczestnicy"));

  private static final Set<String> ENGLISH_TOPICS =
      Set.of("topic", "meeting topic", "webinar topic");
  private static final Pattern ENGLISH_NAME =
      Pattern.compile("(?:user )?name(?: \\(original name\\))?|attended");

  private ZoomWords() {}

  static boolean isYes(String text) {
    return YES.contains(Labels.plain(text));
  }

  /** The header of a table of people in English; {@code record} itself if it is no such header. */
  static SourceRecord ofPeople(SourceRecord record) {
    boolean english = any(record, label -> ENGLISH_NAME.matcher(label).matches());
    return !english && any(record, label -> NAME.matcher(label).matches())
        ? translated(record, OF_PEOPLE)
        : record;
  }

  /** What names the values said of a meeting in English; {@code record} itself if nothing does. */
  static SourceRecord ofMeeting(SourceRecord record) {
    Stem topic = OF_MEETINGS.get(0);
    boolean english = any(record, ENGLISH_TOPICS::contains);
    return !english && any(record, label -> topic.pattern().matcher(label).matches())
        ? translated(record, OF_MEETINGS)
        : record;
  }

  private static boolean any(SourceRecord record, Function<String, Boolean> wanted) {
    return record.fields().stream().map(Labels::plain).anyMatch(wanted::apply);
  }

  private static SourceRecord translated(SourceRecord record, List<Stem> stems) {
    List<String> english = new ArrayList<>();
    for (String field : record.fields()) {
      english.add(english(Labels.plain(field), stems).orElse(field));
    }
    return new SourceRecord(record.line(), english);
  }

  /** A whole word stands for a short stem, a part of the name for a longer one. */
  private static Optional<String> english(String label, List<Stem> stems) {
    return stems.stream()
        .filter(stem -> stem.pattern().matcher(label).matches())
        .findFirst()
        .or(() -> stems.stream().filter(stem -> finds(stem, label)).findFirst())
        .map(Stem::english);
  }

  /** Names of one word each, such as that of a topic, are part of many other names. */
  private static boolean finds(Stem stem, String label) {
    boolean whole =
        Set.of("topic", "first name", "last name", "participants").contains(stem.english());
    return !whole && stem.pattern().matcher(label).find();
  }
}
