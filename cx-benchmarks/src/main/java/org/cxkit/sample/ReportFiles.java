package org.cxkit.sample;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cxkit.journey.map.MapElement;
import org.cxkit.journey.report.CxReport;
import org.cxkit.journey.page.Html;
import org.cxkit.metrics.Outcome;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a report as a page and as JSON, and reads the JSON back. */
final class ReportFiles {

    /** The members of a sealed family say which they are: all that JSON needs to be told of the library. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface Sealed {}

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addMixIn(Outcome.class, Sealed.class)
            .addMixIn(MapElement.class, Sealed.class)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

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
