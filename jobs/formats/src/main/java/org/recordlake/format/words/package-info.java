/** Words that differ from language to language, kept in files: a language is added by lines. */
package org.recordlake.format.words;
