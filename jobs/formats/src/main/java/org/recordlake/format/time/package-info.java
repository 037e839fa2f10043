/**
 * Days and times as exports write them: one grammar for all readers, and for layouts that name
 * neither zone nor order what a whole file says of them.
 */
package org.recordlake.format.time;
