// Splits a tiny language into tokens and counts them by kind.
#include <cctype>
#include <iostream>
#include <map>
#include <string>
#include <vector>

enum class Kind { Name, Number, Text, Symbol, Error };

struct Token {
    Kind kind;
    std::string text;
    int column;
};

static const char *nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Name:
        return "name";
    case Kind::Number:
        return "number";
    case Kind::Text:
        return "text";
    case Kind::Symbol:
        return "symbol";
    default:
        return "error";
    }
}

class Tokenizer {
public:
    explicit Tokenizer(std::string line) : source(std::move(line)) {}

    std::vector<Token> run()
    {
        std::vector<Token> tokens;
        while (skipSpace())
            tokens.push_back(next());
        return tokens;
    }

private:
    std::string source;
    std::size_t at = 0;

    bool skipSpace()
    {
        while (at < source.size() && std::isspace(static_cast<unsigned char>(source[at])))
            at++;
        return at < source.size();
    }

    Token next()
    {
        std::size_t start = at;
        unsigned char c = static_cast<unsigned char>(source[at]);
        Kind kind = Kind::Symbol;
        if (std::isalpha(c)) {
            kind = Kind::Name;
            while (at < source.size() && std::isalnum(static_cast<unsigned char>(source[at])))
                at++;
        } else if (std::isdigit(c)) {
            kind = Kind::Number;
            while (at < source.size() && std::isdigit(static_cast<unsigned char>(source[at])))
                at++;
        } else if (c == '\'') {
            std::size_t end = source.find('\'', at + 1);
            kind = end == std::string::npos ? Kind::Error : Kind::Text;
            at = end == std::string::npos ? source.size() : end + 1;
        } else {
            at++;
        }
        return Token{kind, source.substr(start, at - start), static_cast<int>(start) + 1};
    }
};

int main()
{
    std::map<std::string, int> counts;
    const std::vector<std::string> lines = {"let x1 = 40 + 2", "print 'sum' x1", "print 'open"};
    for (std::size_t i = 0; i < lines.size(); i++) {
        for (const Token &token : Tokenizer(lines[i]).run()) {
            counts[nameOf(token.kind)]++;
            if (token.kind == Kind::Error)
                std::cout << "line " << i + 1 << ", column " << token.column << ": " << token.text << " never ends\n";
        }
    }
    for (const auto &entry : counts)
        std::cout << entry.first << ": " << entry.second << '\n';
    return 0;
}
