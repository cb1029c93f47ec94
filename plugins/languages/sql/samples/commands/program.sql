.mode csv
.headers on
CREATE TABLE t (a, b);
INSERT INTO t VALUES (1, 'x, y');
SELECT * FROM t;
.print done
.exit 4
SELECT 'never';
