/** What this library tells for the cases of the truth files, compared with what peers told. */
package org.cxkit.metrics.truth;
