package org.cxkit.sample;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cxkit.journey.map.Loop;
import org.cxkit.journey.map.MapElement;
import org.cxkit.journey.map.OptionalElement;
import org.cxkit.journey.map.Step;
import org.cxkit.journey.report.CxReport;
import org.cxkit.journey.report.Html;
import org.cxkit.metrics.Outcome;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a report as a page and as JSON, and reads the JSON back. */
final class ReportFiles {

    /** Sealed families need to say which member they are: that is all that JSON needs to know of the library. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addMixIn(Outcome.class, OutcomeJson.class)
            .addMixIn(MapElement.class, MapElementJson.class)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Outcome.Value.class, name = "value"),
        @JsonSubTypes.Type(value = Outcome.NoData.class, name = "no data"),
        @JsonSubTypes.Type(value = Outcome.Suppressed.class, name = "suppressed")
    })
    private interface OutcomeJson {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Step.class, name = "step"),
        @JsonSubTypes.Type(value = OptionalElement.class, name = "optional"),
        @JsonSubTypes.Type(value = Loop.class, name = "loop")
    })
    private interface MapElementJson {}

    private ReportFiles() {}

    static void write(CxReport report, Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("index.html"), Html.of(report));
        Files.writeString(directory.resolve("report.json"), JSON.writeValueAsString(report) + "\n");
    }

    static CxReport read(Path directory) throws IOException {
        return JSON.readValue(Files.readString(directory.resolve("report.json")), CxReport.class);
    }
}
