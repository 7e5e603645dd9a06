/** Ratings as they are asked and answered: the scale, the bands on it, and the response that holds an answer. */
package org.cxkit.core.rating;
