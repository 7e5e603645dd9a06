/** Metrics over answers that stand for different numbers of people: survey weights, sampling designs and raking. */
package org.cxkit.metrics.weight;
