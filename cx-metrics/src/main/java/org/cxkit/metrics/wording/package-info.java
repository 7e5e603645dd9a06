/** The wording that the sentences of all results share; not exported. */
package org.cxkit.metrics.wording;
