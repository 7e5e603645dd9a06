/** What it costs a customer to get and to use what a company offers: money, time, effort and the psychic cost. */
package org.cxkit.metrics.customercost;
