package codealchemy.instrument;

final class GroovyDialect extends Dialect {
}
