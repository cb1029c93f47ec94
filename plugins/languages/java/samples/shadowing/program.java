class Main {
    static String name = "static";
    String field = "field";

    void show(String field) {
        System.out.println(field + " " + this.field + " " + name);
        String name = "local";
        this.field = field + name;
    }

    static int scopes(int limit) {
        int total = 0;
        for (int i = 0; i < limit; i++) {
            int step = i * 10;
            total += step;
        }
        for (long i = limit; i > 0; i--) {
            total -= (int) i;
        }
        {
            String step = "again";
            total += step.length();
        }
        int late;
        if (total > 5) {
            late = 1;
        } else {
            late = 2;
        }
        return total + late;
    }

    public static void main(String[] args) {
        Main main = new Main();
        main.show("parameter");
        System.out.println(main.field);
        System.out.println(scopes(3));
        int i = 0;
        i = i++ + ++i;
        int x = 5, y = x = 7;
        outer:
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                if (b == 1) {
                    continue outer;
                }
                if (a == 2) {
                    break outer;
                }
            }
        }
        do {
            i--;
        } while (i > 0);
        while (x > y - 2) x--;
        System.out.println(i + " " + x + " " + y);
    }
}
