/** Models of when customers buy and when they stop, where nobody says that he or she has left. */
package org.cxkit.metrics.buying;
