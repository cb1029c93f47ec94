import java.util.List;

sealed interface Shape permits Circle, Box, Empty {
}

record Circle(double radius) implements Shape {
    Circle {
        if (radius < 0) {
            throw new IllegalArgumentException("negative radius");
        }
    }
}

record Box(int width, int height) implements Shape {
    static Box square(int side) {
        return new Box(side, side);
    }

    int area() {
        return width * height;
    }
}

enum Empty implements Shape {
    NOTHING
}

enum Level {
    LOW(1), HIGH(9) {
        @Override
        String label() {
            return "high!";
        }
    };

    private final int weight;

    Level(int weight) {
        this.weight = weight;
    }

    String label() {
        return "level " + weight;
    }
}

record Pair<A, B>(A first, B second) {
}

class Main {
    static String describe(Shape shape) {
        if (shape instanceof Circle circle && circle.radius() > 1) {
            return "big circle";
        } else if (shape instanceof Box box) {
            return "box of " + box.area();
        }
        return shape.toString();
    }

    static int rank(Level level) {
        return switch (level) {
            case LOW -> 1;
            case HIGH -> {
                int base = 5;
                yield base * 2;
            }
        };
    }

    public static void main(String[] args) {
        for (Shape shape : List.of(new Circle(2), Box.square(3), Empty.NOTHING)) {
            System.out.println(describe(shape));
        }
        for (Level level : Level.values()) {
            System.out.println(level + " " + level.label() + " " + rank(level));
        }
        Pair<String, Box> pair = new Pair<>("crate", new Box(1, 2));
        System.out.println(pair.equals(new Pair<>("crate", new Box(1, 2))) + " " + pair);
        try {
            new Circle(-1);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }
}
