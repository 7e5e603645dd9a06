/** Tables of plain text, for results that print more than a sentence. */
package org.cxkit.metrics.text;
