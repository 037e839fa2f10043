/** What is known of polls beside their exports: kinds of questions, options, right answers. */
package org.recordlake.config.polls;
