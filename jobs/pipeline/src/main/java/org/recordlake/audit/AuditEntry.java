package org.recordlake.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * One restricted command.
 *
 * @param at when it was given
 * @param operator person who gave it
 * @param role role under which it was allowed
 * @param command name of the command
 * @param zone zones it reached into
 * @param reason reason the operator gave
 * @param statement full statement; sealed before it is stored
 */
public record AuditEntry(
    Instant at,
    String operator,
    String role,
    String command,
    String zone,
    String reason,
    Optional<String> statement) {}
