/** What customers are worth by how they rate: the value at stake in a score. */
package org.cxkit.metrics.value;
