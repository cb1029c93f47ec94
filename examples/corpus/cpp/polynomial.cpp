// Polynomials with integer coefficients: product, derivative, value by Horner's rule.
#include <iostream>
#include <string>
#include <vector>

class Polynomial {
public:
    explicit Polynomial(std::vector<int> values) : coefficients(std::move(values)) { trim(); }

    int degree() const { return static_cast<int>(coefficients.size()) - 1; }

    long at(int x) const
    {
        long value = 0;
        for (int i = degree(); i >= 0; i--)
            value = value * x + coefficients[i];
        return value;
    }

    Polynomial operator*(const Polynomial &other) const
    {
        std::vector<int> product(degree() + other.degree() + 1, 0);
        for (int i = 0; i <= degree(); i++) {
            for (int j = 0; j <= other.degree(); j++)
                product[i + j] += coefficients[i] * other.coefficients[j];
        }
        return Polynomial(product);
    }

    Polynomial derivative() const
    {
        std::vector<int> result;
        for (int i = 1; i <= degree(); i++)
            result.push_back(i * coefficients[i]);
        return Polynomial(result);
    }

    std::string text() const
    {
        std::string out;
        for (int i = degree(); i >= 0; i--) {
            int c = coefficients[i];
            if (c == 0 && degree() > 0)
                continue;
            if (!out.empty())
                out += c < 0 ? " - " : " + ";
            else if (c < 0)
                out += "-";
            int size = c < 0 ? -c : c;
            if (size != 1 || i == 0)
                out += std::to_string(size);
            if (i > 0)
                out += i == 1 ? "x" : "x^" + std::to_string(i);
        }
        return out;
    }

private:
    std::vector<int> coefficients;

    void trim()
    {
        while (coefficients.size() > 1 && coefficients.back() == 0)
            coefficients.pop_back();
        if (coefficients.empty())
            coefficients.push_back(0);
    }
};

int main()
{
    Polynomial line({-1, 1});
    Polynomial power({1});
    for (int i = 0; i < 3; i++) {
        power = power * line;
        std::cout << "(x - 1)^" << i + 1 << " = " << power.text() << '\n';
    }
    Polynomial slope = power.derivative();
    std::cout << "slope " << slope.text() << '\n';
    for (int x = -1; x <= 2; x++)
        std::cout << "at " << x << ": " << power.at(x) << ", slope " << slope.at(x) << '\n';
    return 0;
}
