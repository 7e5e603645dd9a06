/** The sample: one CX report over CSV files, written as any user of the library could write it. */
package org.cxkit.sample;
