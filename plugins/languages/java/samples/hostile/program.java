import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

class Loud {
    int asked;

    @Override
    public String toString() {
        asked++;
        System.out.println("toString was asked");
        throw new IllegalStateException("no text");
    }

    @Override
    public int hashCode() {
        asked++;
        return 1;
    }

    @Override
    public boolean equals(Object other) {
        asked++;
        return this == other;
    }
}

class Sly extends ArrayList<Integer> {
    @Override
    public Integer get(int index) {
        throw new IllegalStateException("looked at " + index);
    }

    @Override
    public int size() {
        System.out.println("size was asked");
        return super.size();
    }
}

class Quiet extends RuntimeException {
    @Override
    public String getMessage() {
        System.out.println("message was asked");
        return "secret";
    }
}

class Plain {
}

class Main {
    public static void main(String[] args) {
        Loud loud = new Loud();
        List<Object> list = new ArrayList<>();
        list.add(loud);
        Map<Object, Object> map = new HashMap<>();
        map.put("key", loud);
        Sly sly = new Sly();
        sly.add(4);
        System.out.println(loud.asked + " " + list.size() + " " + map.size());
        try {
            throw new Quiet();
        } catch (Quiet e) {
            System.out.println("caught");
        }
        System.out.println("33:l\u001f1\u001f42\u001f=total\u001fint\u001f15,");
        System.out.println(System.getenv("CODEALCHEMY_TRACE_FD") + " " + System.getenv("CODEALCHEMY_TRACE_LIMITS"));
        System.out.println(System.getProperty("codealchemy.sites") + " " + System.out.getClass() + " " + Thread.activeCount());
        System.out.println(new Plain());
        Set<Plain> set = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            set.add(new Plain());
        }
        System.out.println(set);
        for (StackTraceElement element : new Throwable().getStackTrace()) {
            System.out.println(element);
        }
        Thread worker = new Thread(() -> System.out.println(Thread.currentThread().getName()));
        System.out.println(worker.getId() > 1);
        worker.start();
    }
}
