package org.recordlake.format.encoding;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recordlake.format.words.WordFile;

/**
 * Encodings of Chinese, Japanese and Korean. ICU's detector and the language models must agree on
 * one: either alone is wrong for one short list of names in ten.
 *
 * @param name what the detector calls it
 */
record DoubleByte(String name, Charset charset, String language) {
  private static final List<DoubleByte> ALL =
      WordFile.of("double-byte")
          .each(
              (name, value) -> {
                String[] parts = value.split(" ");
                return new DoubleByte(name, Charset.forName(parts[0]), parts[1]);
              });

  /** Of a hundred; fewer than some ten letters have less. */
  private static final int CONFIDENCE = 30;

  /** What a sign that is no letter weighs, natural logarithm. */
  private static final double NO_LETTER = -14;

  private static final double MARGIN = 8;

  /** The same for each letter: names of two languages share most of their signs. */
  private static final double MARGIN_OF_LETTER = 2.2;

  /** Letters of two bytes and nothing else. */
  private static final Pattern WORD = Pattern.compile("[\\u2E80-\\uD7FF\\uF900-\\uFAFF]{2,}");

  /** Share of letters beyond ASCII in words that have any: they are seldom mixed. */
  private static final double MOSTLY = 0.7;

  /** A reading of a text. */
  private record Candidate(DoubleByte encoding, String text, double likely) {
    double margin() {
      return Math.max(MARGIN, MARGIN_OF_LETTER * text.replace(" ", "").length());
    }

    /** Whether a word in it is made of several letters of two bytes. */
    boolean hasWord() {
      return Stream.of(text.split(" "))
          .anyMatch(word -> WORD.matcher(word).matches() && word.chars().distinct().count() > 1);
    }
  }

  /**
   * Natural logarithm of how likely {@code sample} is as such a text; empty if it can be none.
   *
   * @param sample whole words
   */
  static OptionalDouble likelihood(byte[] sample) {
    return ALL.stream()
        .flatMap(encoding -> encoding.read(sample).stream())
        .filter(Candidate::hasWord)
        .mapToDouble(Candidate::likely)
        .max();
  }

  /**
   * @param sample whole words
   */
  static Optional<Charset> charset(byte[] sample) {
    List<Candidate> candidates =
        ALL.stream()
            .flatMap(encoding -> encoding.read(sample).stream())
            .sorted(Comparator.comparingDouble(Candidate::likely).reversed())
            .toList();
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    Candidate best = candidates.get(0);
    boolean clear =
        candidates.stream()
            .filter(other -> !other.text().equals(best.text()))
            .allMatch(other -> best.likely() - other.likely() >= best.margin());
    return clear && detected(sample).equals(Optional.of(best.encoding()))
        ? Optional.of(best.encoding().charset())
        : Optional.empty();
  }

  private static Optional<DoubleByte> detected(byte[] sample) {
    CharsetMatch[] matches = new CharsetDetector().setText(sample).detectAll();
    return Stream.of(matches)
        .filter(match -> match.getConfidence() >= CONFIDENCE)
        .flatMap(match -> ALL.stream().filter(one -> one.name().equals(match.getName())))
        .findFirst();
  }

  private Optional<Candidate> read(byte[] sample) {
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(sample)).toString();
      long beyond = text.chars().filter(c -> c > 0x7F).count();
      return beyond >= MOSTLY * text.replace(" ", "").length()
          ? Optional.of(new Candidate(this, text, likely(text)))
          : Optional.empty();
    } catch (CharacterCodingException noSuchText) {
      return Optional.empty();
    }
  }

  private double likely(String text) {
    LanguageModel model = Languages.model(language);
    double words =
        Stream.of(text.split("[^\\p{L}\\p{M}]+"))
            .filter(word -> word.chars().anyMatch(c -> c > 0x7F))
            .mapToDouble(model::logLikelihood)
            .sum();
    return words + text.chars().filter(c -> c > 0x7F && !isLetter(c)).count() * NO_LETTER;
  }

  /** Koreans write hardly anything but Hangul. */
  private boolean isLetter(int c) {
    return Character.isLetter(c) && !(language.equals("ko") && Character.isIdeographic(c));
  }
}
