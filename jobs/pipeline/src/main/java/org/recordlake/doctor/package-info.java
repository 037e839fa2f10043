/** Looks at the machine and the configuration before a run does. */
package org.recordlake.doctor;
