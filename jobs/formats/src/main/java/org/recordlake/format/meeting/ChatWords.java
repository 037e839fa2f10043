package org.recordlake.format.meeting;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that Zoom puts around the names in a saved chat, in the language of whoever saves it. */
final class ChatWords {
  /**
   * Words of one language.
   *
   * @param from stands before the sender; empty where nothing does
   * @param to stands before the recipient
   */
  record Language(String from, String to) {}

  static final Language ENGLISH = new Language("[Ff]rom", "[tT]o");

  /** Every language but English. */
  static final List<Language> OTHERS =
      List.of(
          new Language("De", "a|para|à"),
          new Language("de", "à"),
          new Language("Von", "an"),
          new Language("Da", "a"),
          new Language("Van", "aan"),
          new Language("Od", "do"),
          new Language("Från", "till"),
          new Language("Dari", "ke"),
          new Language("От|от", "кому|для|—"),
          new Language("Від|від", "до|кому"),
          new Language("開始|送信者", "終了|宛先|受信者"),
          new Language("开始|从|来自|發件人|发件人|從", "结束|到|至|收件人|對|对"),
          new Language("시작|발신자", "받는 ?사람|수신자|종료"),
          new Language("", "對|对|到|發送給|发送给|傳送至"));

  private static final Set<String> EVERYONE =
      Set.of(
          "todos",
          "todo el mundo",
          "todo mundo",
          "todas as pessoas",
          "alle",
          "jeder",
          "tous",
          "tout le monde",
          "tutti",
          "iedereen",
          "wszyscy",
          "wszystkich",
          "alla",
          "herkes",
          "semua orang",
          "все",
          "всем",
          "всех",
          "всі",
          "усі",
          "усім",
          "всіх",
          "皆様",
          "全員",
          "みんな",
          "所有人",
          "每个人",
          "大家",
          "모두",
          "모든 사람");

  /** Brackets behind the recipient of a private message. */
  static final Pattern PRIVATE =
      Pattern.compile(
          "\\s*[(（](?:direct message|privately|en privado|mensaje directo|mensagem direta|em particular"
              + "|em privado|privado|direktnachricht|privat|message direct|en privé|messaggio diretto"
              + "|privatamente|личное сообщение|в частном порядке|особисте повідомлення"
              + "|ダイレクトメッセージ|プライベート|私聊|私人訊息|私訊|直接訊息|私信|다이렉트 메시지|개인)[)）]\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private ChatWords() {}

  static boolean isEveryone(String recipient) {
    String plain = recipient.strip().toLowerCase(Locale.ROOT);
    return plain.startsWith("everyone") || EVERYONE.contains(plain);
  }
}
