package flightline.eval;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.corpus.MaintenanceRecord;
import flightline.diagnosis.memory.LinkRule;
import flightline.diagnosis.memory.Memory;
import flightline.diagnosis.memory.Returns;
import flightline.evaluation.Cases;
import flightline.flow.RepeatsFlow;
import flightline.llama.embedding.BgeSmallEmbedder;
import flightline.model.LatestQueries;
import flightline.search.LuceneRecordIndex;
import flightline.terms.Abbreviations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fits the weights of {@link LinkRule} on the {@code tune} half of labelled records: a logistic regression with a ridge on
 * standardised traits, by Newton's method. Prints the weights as they stand in the rule.
 */
public final class RepeatRule {
    private static final double RIDGE = 1;
    private static final int STEPS = 60;

    private RepeatRule() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2)
            throw new IllegalArgumentException("give a data folder with the records in it, and a truth file");
        Path data = Path.of(arguments[0]);
        Map<String, JsonNode> truth = new HashMap<>();
        Cases.read(Path.of(arguments[1]))
                .cases()
                .forEach(one -> truth.put(one.path("id").asText(), one));
        try (var embedder = new LatestQueries(new BgeSmallEmbedder(data.resolve("native"), 2));
                var records = LuceneRecordIndex.open(
                        data.resolve("index/records"),
                        embedder,
                        Abbreviations.standard().all())) {
            var flow = new RepeatsFlow(records, new Memory(LinkRule.fitted()));
            var rows = new ArrayList<double[]>();
            var same = new ArrayList<Double>();
            Map<String, MaintenanceRecord> byId = new HashMap<>();
            flow.dated().forEach(record -> byId.put(record.id().value(), record));
            for (MaintenanceRecord record : byId.values()) {
                JsonNode label = truth.get(record.id().value());
                if (label == null || !label.path("split").asText().equals("tune")) continue;
                for (boolean alone : new boolean[] {false, true})
                    flow.traits(record, alone).forEach((id, traits) -> {
                        JsonNode other = truth.get(id);
                        MaintenanceRecord earlier = byId.get(id);
                        if (other == null || earlier == null || !near(earlier, record)) return;
                        boolean is = same(label, other, "fault");
                        if (!is && same(label, other, "mode")) return;
                        rows.add(traits.values());
                        same.add(is ? 1.0 : 0.0);
                    });
            }
            double[] weights = fit(rows, same);
            System.out.printf(
                    Locale.ROOT,
                    "%d pairs, %.0f the same fault%n",
                    rows.size(),
                    same.stream().mapToDouble(s -> s).sum());
            System.out.println("WEIGHTS "
                    + Arrays.stream(weights)
                            .limit(weights.length - 1)
                            .mapToObj(w -> String.format(Locale.ROOT, "%.3f", w))
                            .toList());
            System.out.printf(Locale.ROOT, "BIAS %.3f%n", weights[weights.length - 1]);
        }
    }

    private static boolean near(MaintenanceRecord earlier, MaintenanceRecord later) {
        return ChronoUnit.DAYS.between(
                        earlier.date().orElseThrow(), later.date().orElseThrow())
                <= Returns.DAYS;
    }

    private static boolean same(JsonNode one, JsonNode other, String field) {
        String value = one.path(field).asText("");
        return !value.isEmpty() && value.equals(other.path(field).asText(""));
    }

    private static double[] fit(List<double[]> rows, List<Double> same) {
        int traits = rows.getFirst().length;
        double[] mean = new double[traits];
        double[] spread = new double[traits];
        for (double[] row : rows) for (int j = 0; j < traits; j++) mean[j] += row[j] / rows.size();
        for (double[] row : rows)
            for (int j = 0; j < traits; j++) spread[j] += (row[j] - mean[j]) * (row[j] - mean[j]) / rows.size();
        for (int j = 0; j < traits; j++) spread[j] = Math.sqrt(spread[j]) + 1e-9;
        double[] weights = new double[traits + 1];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[traits + 1];
            double[][] curvature = new double[traits + 1][traits + 1];
            for (int j = 0; j < traits; j++) {
                gradient[j] = RIDGE * weights[j];
                curvature[j][j] = RIDGE;
            }
            curvature[traits][traits] = 1e-6;
            for (int i = 0; i < rows.size(); i++) {
                double[] row = standard(rows.get(i), mean, spread);
                double odds = 0;
                for (int j = 0; j <= traits; j++) odds += weights[j] * row[j];
                double probability = 1 / (1 + Math.exp(-Math.clamp(odds, -30, 30)));
                for (int j = 0; j <= traits; j++) {
                    gradient[j] += (probability - same.get(i)) * row[j];
                    for (int k = 0; k <= traits; k++)
                        curvature[j][k] += probability * (1 - probability) * row[j] * row[k];
                }
            }
            double[] change = solve(curvature, gradient);
            for (int j = 0; j <= traits; j++) weights[j] -= change[j];
        }
        for (int j = 0; j < traits; j++) {
            weights[j] /= spread[j];
            weights[traits] -= weights[j] * mean[j];
        }
        return weights;
    }

    private static double[] standard(double[] row, double[] mean, double[] spread) {
        double[] standard = new double[row.length + 1];
        for (int j = 0; j < row.length; j++) standard[j] = (row[j] - mean[j]) / spread[j];
        standard[row.length] = 1;
        return standard;
    }

    /** Gauss's elimination with the greatest pivot. */
    private static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column; row < n; row++)
                if (Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column])) pivot = row;
            double[] swapped = matrix[pivot];
            matrix[pivot] = matrix[column];
            matrix[column] = swapped;
            double value = right[pivot];
            right[pivot] = right[column];
            right[column] = value;
            for (int row = 0; row < n; row++) {
                if (row == column) continue;
                double factor = matrix[row][column] / matrix[column][column];
                for (int k = column; k < n; k++) matrix[row][k] -= factor * matrix[column][k];
                right[row] -= factor * right[column];
            }
        }
        double[] solution = new double[n];
        for (int i = 0; i < n; i++) solution[i] = right[i] / matrix[i][i];
        return solution;
    }
}
