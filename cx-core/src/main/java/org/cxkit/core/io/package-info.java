/** What reading gives: the rows that were read and the rows that were refused, each with its reason. */
package org.cxkit.core.io;
