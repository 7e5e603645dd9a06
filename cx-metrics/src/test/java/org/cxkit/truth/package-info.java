/** Reads the truth files of the tests, and sees to it that every figure is compared. */
package org.cxkit.truth;
