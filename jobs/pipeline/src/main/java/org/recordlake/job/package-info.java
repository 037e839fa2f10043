/**
 * The anatomy of a job: plan, execute, result; and the runner that locks, records and maps errors
 * to exit codes.
 */
package org.recordlake.job;
