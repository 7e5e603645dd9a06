/** Money that comes or goes period by period: what it is worth now, and when it pays back what was spent to win it. */
package org.cxkit.metrics.cashflow;
