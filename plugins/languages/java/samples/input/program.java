import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

class Main {
    public static void main(String[] args) throws IOException {
        int sum = 0;
        for (String argument : args) {
            sum += Integer.parseInt(argument);
        }
        System.out.println("sum " + sum);
        BufferedReader reader = new BufferedReader(new InputStreamReader(System.in));
        String line;
        int count = 0;
        while ((line = reader.readLine()) != null) {
            count++;
            System.out.println(count + ": " + line.toUpperCase());
        }
    }
}
