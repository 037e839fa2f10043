/**
 * What meeting platforms export: poll reports, lists of participants, attendee reports, questions,
 * chats and transcripts. Each layout becomes rows of the same few tables, under keys that depend on
 * what the platform says of the meeting and its people and on nothing else, so that exports of one
 * meeting meet and an export made again changes nothing.
 */
package org.recordlake.format.meeting;
