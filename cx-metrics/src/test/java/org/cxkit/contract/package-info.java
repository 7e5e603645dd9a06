/** The laws of the engine as abstract tests, to be extended by the test of each accumulator. */
package org.cxkit.contract;
