package org.cxkit.core.touchpoint;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;

/**
 * The three axes on which digital and traditional service differ: the medium, the device, and whether somebody helps.
 *
 * <p>A key to count by: metrics by setting, and by one axis after regrouping, as in
 * {@code bySetting.regroup(ServiceSetting::medium)}. Ordered by medium, device and service model. Immutable,
 * value-based and thread-safe; {@code toString} is such as {@code digital, mobile, self-service}.
 *
 * @param medium digital or physical
 * @param device what the customer uses
 * @param serviceModel alone or helped
 */
public record ServiceSetting(Medium medium, Device device, ServiceModel serviceModel)
        implements Comparable<ServiceSetting>, Serializable {

    private static final Comparator<ServiceSetting> ORDER = Comparator.comparing(ServiceSetting::medium)
            .thenComparing(ServiceSetting::device)
            .thenComparing(ServiceSetting::serviceModel);

    /** Checks that all three are given. */
    public ServiceSetting {
        Objects.requireNonNull(medium, "medium");
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(serviceModel, "serviceModel");
    }

    @Override
    public int compareTo(ServiceSetting other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        String held = switch (device) {
            case NONE -> "no device";
            case OTHER -> "other device";
            case MOBILE, DESKTOP -> words(device);
        };
        return words(medium) + ", " + held + ", " + words(serviceModel);
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
