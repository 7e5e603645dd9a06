/** Shapley values of channels: what each adds to the sets of channels that it can join, on average over all orders. */
package org.cxkit.metrics.shapley;
