import java.util.HashMap;
import java.util.Map;

class Registry {
    static final Map<String, Integer> CODES = new HashMap<>();
    static int loaded = 1;

    static {
        CODES.put("a", loaded++);
        CODES.put("b", loaded++);
    }

    int own = loaded * 10;

    {
        own += 5;
    }

    Registry() {
        this("default");
        own++;
    }

    Registry(String name) {
        System.out.println(name + " " + own);
    }
}

class Broken {
    static int value = 1 / Integer.parseInt("0");
}

class Main {
    static final String PREFIX = "code ";

    public static void main(String[] args) {
        System.out.println(PREFIX + Registry.CODES.get("b"));
        Registry registry = new Registry();
        System.out.println(registry.own);
        try {
            System.out.println(Broken.value);
        } catch (ExceptionInInitializerError e) {
            System.out.println(e.getCause().getMessage());
        }
        try {
            System.out.println(Broken.value);
        } catch (NoClassDefFoundError e) {
            System.out.println("still broken");
        }
    }
}
