package demo.shapes;

interface Named {
    String name();

    default String shout() {
        return decorate(name().toUpperCase());
    }

    private String decorate(String text) {
        return text + mark();
    }

    static String mark() {
        return "!";
    }
}

abstract class Base implements Named {
    protected final String kind = "base";

    Base() {
        describe();
    }

    abstract void describe();
}

class Derived extends Base {
    private String name = "derived";

    @Override
    void describe() {
        System.out.println(kind + " " + name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String shout() {
        return super.shout() + "?";
    }
}

interface Main {
    static void main(String[] args) {
        Named named = new Derived();
        System.out.println(named.shout());
        Named short1 = () -> "lambda";
        System.out.println(short1.shout());
    }
}
