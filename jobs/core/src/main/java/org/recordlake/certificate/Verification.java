package org.recordlake.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;
import org.recordlake.protect.PublicKeys;

/**
 * What a certificate stands up to, told from files alone: its signature, the chain of those in a
 * folder, and the list of destroyed files.
 *
 * @param held what was looked at and holds, a sentence each
 * @param problems what does not hold
 */
public record Verification(List<String> held, List<Problem> problems) {
  public Verification {
    held = List.copyOf(held);
    problems = List.copyOf(problems);
  }

  /**
   * @param file the certificate
   * @param place how it is named to people
   * @param folder the certificates of the folder it belongs to, by file name
   * @param list the list of destroyed files, where it is at hand
   */
  public static Verification of(
      byte[] file,
      String place,
      PublicKeys keys,
      Map<String, byte[]> folder,
      Optional<byte[]> list) {
    List<String> held = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    SignedCertificate signed;
    try {
      signed = SignedCertificate.read(file, place);
    } catch (Failure unreadable) {
      return new Verification(held, unreadable.problems());
    }
    if (signed.isSignedBy(keys)) {
      held.add("signed by key " + signed.certificate().key() + ", and not changed since");
    } else {
      problems.add(CertificateChain.unsigned(signed, place));
    }
    chain(signed, keys, folder, held, problems);
    list(signed.certificate(), list, held, problems);
    return new Verification(held, problems.stream().distinct().toList());
  }

  private static void chain(
      SignedCertificate signed,
      PublicKeys keys,
      Map<String, byte[]> folder,
      List<String> held,
      List<Problem> problems) {
    List<Problem> broken = CertificateChain.of(folder).problems(keys);
    problems.addAll(broken);
    String id = signed.certificate().id();
    Optional<byte[]> own = Optional.ofNullable(folder.get(id + ".json"));
    if (own.isEmpty()) {
      problems.add(
          new Problem(
              "the certificate is not in its chain",
              "folder of certificates, " + id + ".json",
              "Name with --chain the folder with all certificates of the lake"));
    } else if (!Arrays.equals(own.get(), signed.file())) {
      problems.add(
          new Problem(
              "the chain has another certificate under this number",
              "folder of certificates, " + id + ".json",
              "Ask the issuer which of the two was issued"));
    } else if (broken.isEmpty()) {
      held.add("in an unbroken chain of " + folder.size() + " certificate(s)");
    }
  }

  private static void list(
      Certificate certificate, Optional<byte[]> list, List<String> held, List<Problem> problems) {
    Certificate.FileList told = certificate.fileList();
    if (list.isEmpty()) {
      held.add("not looked at: the list of destroyed files, " + told.file() + ", is not here");
    } else if (SignedCertificate.sha256(list.get()).equals(told.sha256())) {
      held.add("the list of " + told.lines() + " destroyed file(s) is as it was signed");
    } else {
      problems.add(
          new Problem(
              "the list of destroyed files is not the one that was signed",
              told.file(),
              "Restore it from a copy"));
    }
  }
}
