-- Bus lines as a graph: which stops can be reached, and in how many minutes.
CREATE TABLE legs (start TEXT NOT NULL, goal TEXT NOT NULL, minutes INTEGER NOT NULL);
INSERT INTO legs VALUES
  ('Mill', 'Church', 4),
  ('Church', 'Market', 3),
  ('Mill', 'Market', 9),
  ('Market', 'Station', 5),
  ('Harbour', 'Mill', 6);

-- Every way from the mill, without riding longer than twenty minutes.
CREATE VIEW trips AS
WITH RECURSIVE ride (stop, minutes, way) AS (
  SELECT 'Mill', 0, 'Mill'
  UNION ALL
  SELECT goal, ride.minutes + legs.minutes, way || ' > ' || goal
    FROM ride JOIN legs ON legs.start = ride.stop
   WHERE ride.minutes + legs.minutes <= 20
)
SELECT stop, minutes, way FROM ride;

SELECT stop, min(minutes) AS fastest
  FROM trips
 GROUP BY stop
 ORDER BY fastest;

SELECT way FROM trips WHERE stop = 'Station' ORDER BY minutes;

-- The stops that cannot be reached from the mill.
SELECT DISTINCT start FROM legs
 WHERE start NOT IN (SELECT stop FROM trips);

-- A road is closed, and a ferry takes over.
DELETE FROM legs WHERE start = 'Church' AND goal = 'Market';
INSERT INTO legs VALUES ('Market', 'Harbour', 2);
SELECT stop, min(minutes) FROM trips GROUP BY stop ORDER BY min(minutes);
SELECT count(*), sum(minutes) FROM legs;
