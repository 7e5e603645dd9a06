/** Customers by contract: who leaves, how soon, and what revenue leaves with them. */
package org.cxkit.metrics.subscription;
