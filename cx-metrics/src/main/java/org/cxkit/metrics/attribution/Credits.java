package org.cxkit.metrics.attribution;

/** What one model gives each channel, by code: conversions and value in minor units; and what no channel gets. */
final class Credits {
    final double[] conversions;
    final double[] minor;
    final double unattributedConversions;
    final double unattributedMinor;

    Credits(double[] conversions, double[] minor, double unattributedConversions, double unattributedMinor) {
        this.conversions = conversions;
        this.minor = minor;
        this.unattributedConversions = unattributedConversions;
        this.unattributedMinor = unattributedMinor;
    }
}
