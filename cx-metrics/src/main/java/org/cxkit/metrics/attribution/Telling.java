package org.cxkit.metrics.attribution;

/** What a model is told from, and how. */
sealed interface Telling permits RowRule, MarkovRule {}
