/** The laws that every accumulator keeps, and every public record, as abstract tests that each module extends. */
package org.cxkit.contract;
