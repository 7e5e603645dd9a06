package org.cxkit.core.touchpoint;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cxkit.core.check.Check;
import org.cxkit.core.place.Department;
import org.cxkit.core.stage.StageId;
import org.jspecify.annotations.Nullable;

/**
 * A point of contact between a company and a customer: one kind of contact through one channel, for a purpose.
 *
 * <p>What lies on the same point for everyone belongs here; what happened there to one customer at one time is an
 * interaction. Whether the company has the touchpoint and controls it is a classification. Immutable, value-based
 * and thread-safe; ordered by identifier where an order is needed.
 *
 * @param id the identifier
 * @param name what people call it, not blank
 * @param type what kind of contact it is
 * @param channel the channel it uses
 * @param device what the customer uses there
 * @param serviceModel whether the customer is helped there
 * @param purpose what it is for, not blank
 * @param shoppable whether the customer can buy there and then
 * @param stages the stages it serves, in the caller's order, none twice; empty if nothing was said
 * @param owner the department that answers for it, or null
 * @param management how closely the company manages it, or null
 * @param alignment why it is worth having, or null
 */
public record Touchpoint(
        TouchpointId id,
        String name,
        TouchpointType type,
        Channel channel,
        Device device,
        ServiceModel serviceModel,
        String purpose,
        boolean shoppable,
        List<StageId> stages,
        @Nullable Department owner,
        @Nullable ManagementLevel management,
        @Nullable Alignment alignment)
        implements Serializable {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the name or the purpose is blank, or a stage occurs twice
     */
    public Touchpoint {
        Objects.requireNonNull(id, "id");
        Check.notBlank("name of touchpoint " + id, name);
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(serviceModel, "serviceModel");
        Check.notBlank("purpose of touchpoint " + id, purpose);
        stages = List.copyOf(stages);
        Set<StageId> seen = new HashSet<>();
        for (int i = 0; i < stages.size(); i++) {
            if (!seen.add(stages.get(i))) {
                throw new IllegalArgumentException("stages[" + i + "] of touchpoint " + id
                        + " must not repeat an earlier one, got " + stages.get(i));
            }
        }
    }

    /** {@return the medium of its channel} */
    public Medium medium() {
        return channel.medium();
    }

    /** {@return its medium, device and service model, to count by} */
    public ServiceSetting setting() {
        return new ServiceSetting(medium(), device, serviceModel);
    }

    /**
     * {@return a builder of the touchpoint with this identifier}
     *
     * <p>Type, channel, service model and purpose must be given. The name is the identifier unless another is
     * given, the device is {@link Device#NONE} for a physical channel and {@link Device#OTHER} for a digital one.
     *
     * @param id the identifier, not blank
     * @throws IllegalArgumentException if the identifier is blank
     */
    public static Builder builder(String id) {
        return new Builder(TouchpointId.of(id));
    }

    /** {@return a builder that holds the parts of this touchpoint} */
    public Builder toBuilder() {
        Builder builder = new Builder(id)
                .name(name)
                .type(type)
                .channel(channel)
                .device(device)
                .serviceModel(serviceModel)
                .purpose(purpose)
                .shoppable(shoppable)
                .stages(stages);
        builder.owner = owner;
        builder.management = management;
        builder.alignment = alignment;
        return builder;
    }

    /** Builds a {@link Touchpoint}; a later call overrides an earlier one. Not thread-safe. */
    public static final class Builder {

        private final TouchpointId id;
        private @Nullable String name;
        private @Nullable TouchpointType type;
        private @Nullable Channel channel;
        private @Nullable Device device;
        private @Nullable ServiceModel serviceModel;
        private @Nullable String purpose;
        private boolean shoppable;
        private List<StageId> stages = List.of();
        private @Nullable Department owner;
        private @Nullable ManagementLevel management;
        private @Nullable Alignment alignment;

        private Builder(TouchpointId id) {
            this.id = id;
        }

        /**
         * {@return this builder, with what people call the touchpoint}
         *
         * @param name the name
         */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /**
         * {@return this builder, with the kind of contact}
         *
         * @param type the kind of contact
         */
        public Builder type(TouchpointType type) {
            this.type = type;
            return this;
        }

        /**
         * {@return this builder, with the channel}
         *
         * @param channel the channel
         */
        public Builder channel(Channel channel) {
            this.channel = channel;
            return this;
        }

        /**
         * {@return this builder, with what the customer uses}
         *
         * @param device the device
         */
        public Builder device(Device device) {
            this.device = device;
            return this;
        }

        /**
         * {@return this builder, with whether the customer is helped}
         *
         * @param serviceModel self-service or assisted
         */
        public Builder serviceModel(ServiceModel serviceModel) {
            this.serviceModel = serviceModel;
            return this;
        }

        /**
         * {@return this builder, with what the touchpoint is for}
         *
         * @param purpose the purpose
         */
        public Builder purpose(String purpose) {
            this.purpose = purpose;
            return this;
        }

        /**
         * {@return this builder, with whether the customer can buy there and then}
         *
         * @param shoppable whether the customer can buy
         */
        public Builder shoppable(boolean shoppable) {
            this.shoppable = shoppable;
            return this;
        }

        /**
         * {@return this builder, with the stages the touchpoint serves}
         *
         * @param stages the stages, none twice
         */
        public Builder stages(List<StageId> stages) {
            this.stages = List.copyOf(stages);
            return this;
        }

        /**
         * {@return this builder, with the stages the touchpoint serves}
         *
         * @param stages the stages, none twice
         */
        public Builder stages(StageId... stages) {
            return stages(List.of(stages));
        }

        /**
         * {@return this builder, with the department that answers for the touchpoint}
         *
         * @param owner the department
         */
        public Builder owner(Department owner) {
            this.owner = owner;
            return this;
        }

        /**
         * {@return this builder, with how closely the company manages the touchpoint}
         *
         * @param management the level
         */
        public Builder management(ManagementLevel management) {
            this.management = management;
            return this;
        }

        /**
         * {@return this builder, with why the touchpoint is worth having}
         *
         * @param alignment the three answers
         */
        public Builder alignment(Alignment alignment) {
            this.alignment = alignment;
            return this;
        }

        /**
         * {@return the touchpoint}
         *
         * @throws IllegalStateException if type, channel, service model or purpose was not given, naming all that
         *     are missing
         * @throws IllegalArgumentException if the name or the purpose is blank, or a stage occurs twice
         */
        public Touchpoint build() {
            TouchpointType givenType = type;
            Channel givenChannel = channel;
            ServiceModel givenServiceModel = serviceModel;
            String givenPurpose = purpose;
            if (givenType == null || givenChannel == null || givenServiceModel == null || givenPurpose == null) {
                throw new IllegalStateException("touchpoint " + id + " still needs " + missing());
            }
            Device usual = givenChannel.medium() == Medium.PHYSICAL ? Device.NONE : Device.OTHER;
            return new Touchpoint(
                    id,
                    name != null ? name : id.value(),
                    givenType,
                    givenChannel,
                    device != null ? device : usual,
                    givenServiceModel,
                    givenPurpose,
                    shoppable,
                    stages,
                    owner,
                    management,
                    alignment);
        }

        private String missing() {
            List<String> missing = new ArrayList<>();
            if (type == null) {
                missing.add("type");
            }
            if (channel == null) {
                missing.add("channel");
            }
            if (serviceModel == null) {
                missing.add("service model");
            }
            if (purpose == null) {
                missing.add("purpose");
            }
            return String.join(", ", missing);
        }
    }
}
