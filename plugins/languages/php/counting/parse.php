<?php
namespace counting;

/**
 * Finds by the interpreter's own tokens where statements begin, and puts a call in front of each. It knows as much of the
 * grammar as that takes: which keywords begin which statement, and where expressions hold functions and classes.
 */
final class Parser
{
    private const CALL = '\codealchemy_count';
    private const SILENT = [\T_NAMESPACE, \T_USE, \T_DECLARE, \T_HALT_COMPILER];
    private const CLASSES = [\T_CLASS, \T_INTERFACE, \T_TRAIT, \T_ENUM];
    private const MODIFIERS = [\T_ABSTRACT, \T_FINAL];

    /** @var list<\PhpToken> */
    private array $tokens;
    private int $at = 0;
    /** @var list<array{int, string}> */
    private array $insertions = [];
    /** @var array<int, true> Lines with a statement. */
    public array $counted = [];
    /** @var array<int, true> Lines that a statement goes on to: what runs there can't be told. */
    public array $unknown = [];

    public function __construct(private string $source)
    {
        $this->tokens = \array_values(\array_filter(\PhpToken::tokenize($source), static fn($t) => !$t->isIgnorable() || $t->is(\T_OPEN_TAG)));
        $this->tokens[] = new \PhpToken(\T_CLOSE_TAG, '', \substr_count($source, "\n") + 1, \strlen($source));
    }

    public function rewrite(): string
    {
        while ($this->at < \count($this->tokens) - 1) {
            $this->statement();
        }
        \usort($this->insertions, static fn($a, $b) => $a[0] <=> $b[0]);   // stable: the order of insertion decides
        [$text, $done] = ['', 0];
        foreach ($this->insertions as [$place, $inserted]) {
            $text .= \substr($this->source, $done, $place - $done) . $inserted;
            $done = $place;
        }
        return $text . \substr($this->source, $done);
    }

    private function token(int $ahead = 0): \PhpToken
    {
        return $this->tokens[\min($this->at + $ahead, \count($this->tokens) - 1)];
    }

    private function is(mixed $kind): bool
    {
        return $this->token()->is($kind);
    }

    private function take(): \PhpToken
    {
        return $this->tokens[$this->at++] ?? \end($this->tokens);
    }

    private function accept(mixed $kind): bool
    {
        return $this->is($kind) && $this->take();
    }

    private function insert(int $place, string $text): void
    {
        $this->insertions[] = [$place, $text];
    }

    private function count(\PhpToken $token): void
    {
        $this->counted[$token->line] = true;
        $this->insert($token->pos, self::CALL . "($token->line);");
    }

    private function statement(): void
    {
        $first = $this->token();
        $this->kind($first);
        $last = $this->tokens[\min($this->at, \count($this->tokens)) - 1];
        for ($line = $first->line + 1; $line <= $last->line; $line++) {
            $this->unknown[$line] = true;
        }
    }

    private function kind(\PhpToken $first): void
    {
        match (true) {
            $first->is([\T_OPEN_TAG, \T_CLOSE_TAG, \T_INLINE_HTML, ';']) => $this->take(),
            $first->is(\T_OPEN_TAG_WITH_ECHO), $first->is(self::SILENT) && !$this->token(1)->is(\T_NS_SEPARATOR) => $this->silent(),
            $first->is('{') => $this->block(),
            $first->is(\T_IF) => $this->condition($first),
            $first->is([\T_WHILE, \T_FOR, \T_FOREACH, \T_SWITCH]) => $this->loop($first),
            $first->is(\T_DO) => $this->until(),
            $first->is(\T_TRY) => $this->attempt(),
            $first->is(\T_FUNCTION) && ($this->token(1)->is(\T_STRING) || $this->token(2)->is(\T_STRING) && !$this->token(1)->is('(')) => $this->callable(),
            $first->is(\T_ATTRIBUTE) => $this->attribute(),
            $first->is(self::CLASSES) || $first->is(self::MODIFIERS) || $first->is(\T_READONLY) => $this->type(),
            $first->is([\T_CASE, \T_DEFAULT]) => $this->label(),
            $first->is(\T_STRING) && $this->token(1)->is(':') => $this->at += 2,
            default => $this->plain($first),
        };
    }

    private function plain(\PhpToken $first): void
    {
        $this->count($first);
        $this->expression([';', \T_CLOSE_TAG]);
        $this->accept(';');
    }

    /** What makes no event: namespaces, imports, declarations, `<?= … ?>`. */
    private function silent(): void
    {
        $this->take();
        $this->expression([';', \T_CLOSE_TAG, '{']);
        if (!$this->accept(';') && $this->is('{')) {
            $this->block();
        }
    }

    private function block(): void
    {
        $this->take();
        while (!$this->is('}') && $this->at < \count($this->tokens) - 1) {
            $this->statement();
        }
        $this->take();
    }

    /** A body: braces are put where there are none. */
    private function body(int ...$ends): void
    {
        if ($this->accept(':')) {
            while (!$this->is($ends) && $this->at < \count($this->tokens) - 1) {
                $this->statement();
            }
            return;
        }
        if ($this->is('{') || $this->is(';')) {
            $this->statement();
            return;
        }
        $this->insert($this->token()->pos, '{');
        $this->statement();
        $last = $this->tokens[$this->at - 1];
        $closing = $this->is(\T_CLOSE_TAG) && !$last->is([';', '}']);
        $this->insert($last->pos + \strlen($last->text), $closing ? ';}' : '}');
    }

    /** What stands in parentheses; with a line, evaluating it counts there. */
    private function parentheses(?int $line = null): void
    {
        $open = $this->take();
        if ($line !== null) {
            $this->counted[$line] = true;
            $this->insert($open->pos + 1, self::CALL . "($line)||(");
        }
        $this->expression([')']);
        if ($line !== null) {
            $this->insert($this->token()->pos, ')');
        }
        $this->take();
    }

    private function condition(\PhpToken $first): void
    {
        $this->count($first);
        $this->take();
        $this->parentheses();
        $alternative = $this->is(':');
        $this->body(\T_ELSEIF, \T_ELSE, \T_ENDIF);
        while ($this->is(\T_ELSEIF)) {
            $this->parentheses($this->take()->line);
            $this->body(\T_ELSEIF, \T_ELSE, \T_ENDIF);
        }
        if ($this->accept(\T_ELSE)) {
            $this->body(\T_ENDIF);
        }
        if ($alternative) {
            $this->take();
            $this->accept(';');
        }
    }

    private function loop(\PhpToken $first): void
    {
        $this->count($first);
        $this->take();
        $this->parentheses();
        $alternative = $this->is(':');
        $this->body(\T_ENDWHILE, \T_ENDFOR, \T_ENDFOREACH, \T_ENDSWITCH);
        if ($alternative) {
            $this->take();
            $this->accept(';');
        }
    }

    private function until(): void
    {
        $this->take();
        $this->body();
        $this->parentheses($this->take()->line);
        $this->accept(';');
    }

    private function attempt(): void
    {
        $this->take();
        $this->block();
        while ($this->is([\T_CATCH, \T_FINALLY])) {
            if ($this->take()->is(\T_CATCH)) {
                $this->parentheses();
            }
            $this->block();
        }
    }

    private function label(): void
    {
        $this->take();
        $this->expression([':', ';']);
        $this->take();
    }

    /** A function with its body, or the head of one that has none. */
    private function callable(): void
    {
        $this->take();
        $this->expression(['{', ';']);
        if (!$this->accept(';')) {
            $this->block();
        }
    }

    private function attribute(): void
    {
        $this->take();
        $this->expression([']']);
        $this->take();
    }

    private function type(): void
    {
        $this->expression(['{']);
        $this->members();
    }

    private function members(): void
    {
        $this->take();
        while (!$this->is('}') && $this->at < \count($this->tokens) - 1) {
            if ($this->is(\T_FUNCTION)) {
                $this->callable();
            } elseif ($this->is(\T_USE)) {
                $this->expression([';', '{']);
                if (!$this->accept(';')) {
                    $this->expression(['}']);
                    $this->take();
                }
            } else {
                $this->take();
            }
        }
        $this->take();
    }

    /** Skips an expression up to one of these tokens; functions and classes inside it are gone into. */
    private function expression(array $ends): void
    {
        $before = null;
        while (!$this->is($ends) && $this->at < \count($this->tokens) - 1) {
            if ($this->is(\T_FUNCTION) && !$before?->is([\T_OBJECT_OPERATOR, \T_DOUBLE_COLON]) && !\in_array('{', $ends, true)) {
                $this->callable();
            } elseif ($this->is(\T_CLASS) && $before?->is(\T_NEW)) {
                $this->type();
            } else {
                $this->one();
            }
            $before = $this->tokens[$this->at - 1];
        }
    }

    private function one(): void
    {
        $close = ['(' => ')', '[' => ']', '{' => '}', '#[' => ']', '${' => '}'][$this->take()->text] ?? null;
        if ($close !== null) {
            $this->expression([$close]);
            $this->take();
        }
    }
}
