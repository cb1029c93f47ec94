CREATE TABLE edges (source TEXT, target TEXT);
INSERT INTO edges VALUES ('a', 'b'), ('b', 'c'), ('c', 'd');
WITH RECURSIVE reach (node, steps) AS (
  SELECT 'a', 0
  UNION ALL
  SELECT target, steps + 1 FROM edges JOIN reach ON source = node
)
SELECT node, steps FROM reach;
CREATE VIEW starts AS SELECT DISTINCT source FROM edges;
SELECT group_concat(source, '+') FROM starts;
SELECT source, row_number() OVER (ORDER BY target DESC) FROM edges;
/* Several statements on one line. */
SELECT 1; SELECT 2;
