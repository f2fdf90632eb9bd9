package io.trasa.notifications;

import java.util.UUID;

/**
 * A mail with a paper.
 *
 * @param id the same for every try, so that a mail that comes twice is seen to be one
 * @param fromName who writes, as the reader sees it
 * @param from the address that answers go to; may be empty, see {@code trasa.mail.from}
 * @param html the same as the text, in simple HTML
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record Message(
    UUID id,
    String fromName,
    String from,
    String to,
    String subject,
    String text,
    String html,
    String fileName,
    byte[] pdf) {}
