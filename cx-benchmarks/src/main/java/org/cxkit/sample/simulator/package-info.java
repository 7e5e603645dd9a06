/** A simulated brand: seeded customers whose events, answers, purchases and costs are plain CSV files. */
@NullMarked
package org.cxkit.sample.simulator;

import org.jspecify.annotations.NullMarked;
