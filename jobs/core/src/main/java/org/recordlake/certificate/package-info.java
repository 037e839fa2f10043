/**
 * Certificates of destruction: what they say, how they are written, signed and chained, and how a
 * stranger checks them with the public key alone.
 */
package org.recordlake.certificate;
