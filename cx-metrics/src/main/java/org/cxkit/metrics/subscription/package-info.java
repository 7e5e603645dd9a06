/** Customers with a contract or a membership: who leaves it, how soon, and what revenue leaves with them. */
package org.cxkit.metrics.subscription;
