/** How long customers under a contract stay: renewals counted, and the model of their retention. */
package org.cxkit.metrics.renewal;
