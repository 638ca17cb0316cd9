package flightline.library.page;

import flightline.library.figure.Easel;
import java.util.ArrayList;
import java.util.List;

/** An easel on a sheet: drawing units become points, and y turns round. */
final class SheetEasel implements Easel {
    private final Sheet sheet;
    private final double left;
    private final double top;
    private final double scale;
    private double weight = 0.8;
    private boolean dashed;

    SheetEasel(Sheet sheet, double left, double top, double scale) {
        this.sheet = sheet;
        this.left = left;
        this.top = top;
        this.scale = scale;
    }

    @Override
    public void pen(double width, boolean dashedLine) {
        weight = width;
        dashed = dashedLine;
    }

    @Override
    public void path(List<Double> points, Fill fill) {
        List<Double> turned = new ArrayList<>();
        for (int i = 0; i + 1 < points.size(); i += 2) {
            turned.add(left + points.get(i) * scale);
            turned.add(top - points.get(i + 1) * scale);
        }
        double grey = switch (fill) {
            case LINE, OUTLINE -> -1;
            case GREY -> 0.85;
            case BLACK -> 0;
        };
        sheet.dash(dashed && fill == Fill.LINE);
        sheet.path(weight, turned, fill != Fill.LINE, grey);
        sheet.dash(false);
    }

    @Override
    public void circle(double x, double y, double radius) {
        sheet.circle(weight, left + x * scale, top - y * scale, radius * scale);
    }

    @Override
    public void text(double x, double y, double size, boolean centred, String text) {
        if (centred) {
            sheet.textMid(Face.PLAIN, size * scale, left + x * scale, top - y * scale, text);
        } else {
            sheet.text(Face.PLAIN, size * scale, left + x * scale, top - y * scale, text);
        }
    }
}
