/** What one respondent's answers to two questions say together: changes, gaps and correlations of pairs. */
package org.cxkit.metrics.joint;
