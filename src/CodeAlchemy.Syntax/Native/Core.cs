using System.Runtime.InteropServices;

namespace CodeAlchemy.Syntax.Native;

/// <summary>The functions of the tree-sitter core (0.25) that are used. <see cref="CoreLibrary"/> loads it.</summary>
internal static unsafe partial class Core
{
    public const string Library = "tree-sitter";

    [LibraryImport(Library)]
    internal static partial uint ts_language_abi_version(nint language);

    [LibraryImport(Library)]
    internal static partial nint ts_parser_new();

    [LibraryImport(Library)]
    internal static partial void ts_parser_delete(nint parser);

    [LibraryImport(Library)]
    internal static partial byte ts_parser_set_language(ParserHandle parser, nint language);

    [LibraryImport(Library)]
    internal static partial void ts_parser_reset(ParserHandle parser);

    [LibraryImport(Library)]
    internal static partial TreeHandle ts_parser_parse_with_options(ParserHandle parser, nint oldTree, NativeInput input, NativeProgress options);

    [LibraryImport(Library)]
    internal static partial void ts_tree_delete(nint tree);

    [LibraryImport(Library)]
    internal static partial NativeNode ts_tree_root_node(TreeHandle tree);

    [LibraryImport(Library)]
    internal static partial byte* ts_node_type(NativeNode node);

    [LibraryImport(Library)]
    internal static partial uint ts_node_start_byte(NativeNode node);

    [LibraryImport(Library)]
    internal static partial uint ts_node_end_byte(NativeNode node);

    [LibraryImport(Library)]
    internal static partial NativePoint ts_node_start_point(NativeNode node);

    [LibraryImport(Library)]
    internal static partial NativePoint ts_node_end_point(NativeNode node);

    [LibraryImport(Library)]
    internal static partial byte ts_node_is_named(NativeNode node);

    [LibraryImport(Library)]
    internal static partial byte ts_node_has_error(NativeNode node);

    [LibraryImport(Library)]
    internal static partial byte ts_node_is_missing(NativeNode node);

    [LibraryImport(Library)]
    internal static partial NativeNode ts_node_parent(NativeNode node);

    [LibraryImport(Library)]
    internal static partial NativeNode ts_node_child_by_field_name(NativeNode node, byte* name, uint length);

    [LibraryImport(Library)]
    internal static partial NativeCursor ts_tree_cursor_new(NativeNode node);

    [LibraryImport(Library)]
    internal static partial void ts_tree_cursor_delete(NativeCursor* cursor);

    [LibraryImport(Library)]
    internal static partial NativeNode ts_tree_cursor_current_node(NativeCursor* cursor);

    [LibraryImport(Library)]
    internal static partial byte ts_tree_cursor_goto_first_child(NativeCursor* cursor);

    [LibraryImport(Library)]
    internal static partial byte ts_tree_cursor_goto_next_sibling(NativeCursor* cursor);

    [LibraryImport(Library)]
    internal static partial byte ts_tree_cursor_goto_parent(NativeCursor* cursor);

    [LibraryImport(Library)]
    internal static partial QueryHandle ts_query_new(nint language, byte* source, uint length, uint* errorOffset, int* errorType);

    [LibraryImport(Library)]
    internal static partial void ts_query_delete(nint query);

    [LibraryImport(Library)]
    internal static partial uint ts_query_pattern_count(QueryHandle query);

    [LibraryImport(Library)]
    internal static partial uint ts_query_capture_count(QueryHandle query);

    [LibraryImport(Library)]
    internal static partial byte* ts_query_capture_name_for_id(QueryHandle query, uint index, uint* length);

    [LibraryImport(Library)]
    internal static partial byte* ts_query_string_value_for_id(QueryHandle query, uint index, uint* length);

    [LibraryImport(Library)]
    internal static partial NativePredicateStep* ts_query_predicates_for_pattern(QueryHandle query, uint pattern, uint* count);

    [LibraryImport(Library)]
    internal static partial uint ts_query_start_byte_for_pattern(QueryHandle query, uint pattern);

    [LibraryImport(Library)]
    internal static partial QueryCursorHandle ts_query_cursor_new();

    [LibraryImport(Library)]
    internal static partial void ts_query_cursor_delete(nint cursor);

    [LibraryImport(Library)]
    internal static partial void ts_query_cursor_exec_with_options(
        QueryCursorHandle cursor, QueryHandle query, NativeNode node, NativeProgress* options);

    [LibraryImport(Library)]
    internal static partial byte ts_query_cursor_next_match(QueryCursorHandle cursor, NativeMatch* match);
}
