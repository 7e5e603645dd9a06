/** What customers spend, cost and do, by their satisfaction, their channels, their referrals and their segment. */
package org.cxkit.metrics.linkage;
