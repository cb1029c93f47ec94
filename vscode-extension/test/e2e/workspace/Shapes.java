import java.util.ArrayList;
import java.util.List;

public class Shapes {
    record Box(int width, int height) {
        int area() {
            return width * height;
        }
    }

    public static void main(String[] args) {
        List<Box> boxes = new ArrayList<>();
        for (int size = 1; size <= 3; size++) {
            boxes.add(new Box(size, size + 1));
        }
        int area = 0;
        for (Box box : boxes) {
            area += box.area();
        }
        System.out.println("area " + area);
    }
}
