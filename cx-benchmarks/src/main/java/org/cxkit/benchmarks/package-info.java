/** Benchmarks of the library beside its peers, with the shell that tries the library by hand. */
@NullMarked
package org.cxkit.benchmarks;

import org.jspecify.annotations.NullMarked;
