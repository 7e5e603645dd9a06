/** Columns of small whole numbers: dictionaries that give every distinct string a code, and ratings as bits. */
package org.cxkit.core.column;
