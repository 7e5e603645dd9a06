/** Metrics over answers that stand for different numbers of people, and the weights that make them do so. */
package org.cxkit.metrics.weight;
