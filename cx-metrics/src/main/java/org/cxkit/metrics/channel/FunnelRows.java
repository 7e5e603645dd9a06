package org.cxkit.metrics.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.path.ChannelName;
import org.jspecify.annotations.Nullable;

/** Adds up the rows of a funnel by channel. Not thread-safe. */
final class FunnelRows {
    private final TreeMap<String, ChannelCounts> rows = new TreeMap<>();
    private @Nullable Money valued;

    void channel(String channel) {
        add(new ChannelCounts(channel, 0, 0, 0, 0, null));
    }

    void session(String channel) {
        add(new ChannelCounts(channel, 1, 0, 0, 0, null));
    }

    void contact(String channel) {
        add(new ChannelCounts(channel, 0, 1, 0, 0, null));
    }

    void qualified(String channel) {
        add(new ChannelCounts(channel, 0, 0, 1, 0, null));
    }

    void sale(String channel, @Nullable Money value) {
        add(new ChannelCounts(channel, 0, 0, 0, 1, value));
        valued = valued == null ? value : valued;
    }

    /** {@return the rows by name, the row of what no channel is credited with last} */
    List<ChannelCounts> rows() {
        List<ChannelCounts> ordered = new ArrayList<>();
        rows.forEach((channel, row) -> {
            if (!channel.equals(ChannelName.UNATTRIBUTED)) {
                ordered.add(filled(row));
            }
        });
        ChannelCounts rest = rows.get(ChannelName.UNATTRIBUTED);
        if (rest != null) {
            ordered.add(filled(rest));
        }
        return ordered;
    }

    private ChannelCounts filled(ChannelCounts row) {
        return valued == null
                ? row
                : row.plus(new ChannelCounts(row.channel(), 0, 0, 0, 0, Money.zero(valued.currency())));
    }

    private void add(ChannelCounts row) {
        rows.merge(row.channel(), row, ChannelCounts::plus);
    }
}
