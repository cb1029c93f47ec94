CREATE TABLE kinds (value);
INSERT INTO kinds VALUES (1), (-9223372036854775808), (2.5), (1e300), ('it''s'), (x'00ff10'), (NULL), ('Zürich 東京 🎉');
SELECT typeof(value), value FROM kinds;
CREATE TABLE long (text);
INSERT INTO long VALUES (printf('%.*c', 1000, 'x'));
SELECT length(text) FROM long;
CREATE TABLE many AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100) SELECT i FROM n;
DELETE FROM many WHERE i % 10 <> 0;
SELECT sum(i) FROM many;
