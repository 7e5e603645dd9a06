/** Models of buying judged by purchases that they were not fitted to. */
package org.cxkit.metrics.validation;
