/** Text as small whole numbers: dictionaries that give every distinct string a code. */
package org.cxkit.core.column;
