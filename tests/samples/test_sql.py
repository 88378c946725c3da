"""The checker for SQL."""

from tests.samples.cases import run_cases, verdict_of

_POSTGRES = """\
-- what waits, and for whom
SELECT pid, now() - xact_start AS age, state, left(query, 60) AS query
FROM pg_stat_activity AS a
WHERE a.state <> 'idle' AND cardinality(pg_blocking_pids(pid)) > 0
ORDER BY xact_start
LIMIT 10 OFFSET 5;

CREATE TABLE outbox (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, payload jsonb NOT NULL, sent_at timestamptz);
BEGIN;
INSERT INTO outbox (payload) VALUES ('{"a": 1}') ON CONFLICT (id) DO UPDATE SET payload = EXCLUDED.payload RETURNING id;
COMMIT;
SELECT id, payload ->> 'a' FROM outbox WHERE sent_at IS NULL FOR UPDATE SKIP LOCKED;
EXPLAIN (ANALYZE, BUFFERS) SELECT count(*) FROM outbox;
SELECT date_trunc('day', created_at) AS day, count(*) FILTER (WHERE total > 10) AS big FROM orders GROUP BY day;
WITH ranked AS (SELECT id, row_number() OVER (PARTITION BY customer ORDER BY id) AS n FROM orders)
SELECT r.id FROM ranked AS r WHERE r.n = 1 AND EXISTS (SELECT 1 FROM lines AS l WHERE l.order_id = r.id);
SELECT DISTINCT ON (customer) customer, id::text FROM orders WHERE name ILIKE 'a%' ORDER BY customer, id;
CREATE INDEX CONCURRENTLY orders_customer ON orders (customer) WHERE deleted_at IS NULL;
CREATE EXTENSION IF NOT EXISTS pg_stat_statements;
CREATE USER app WITH LOGIN;
GRANT rds_iam TO app;
"""
_ATHENA = """\
CREATE EXTERNAL TABLE IF NOT EXISTS flow_logs (
  action string,
  bytes bigint
)
PARTITIONED BY (region string, day string)
ROW FORMAT DELIMITED FIELDS TERMINATED BY ' '
LOCATION 's3://logs-111122223333/AWSLogs/'
TBLPROPERTIES ('skip.header.line.count' = '1', 'projection.enabled' = 'true');
SELECT action, sum(bytes) AS total FROM flow_logs WHERE day = '2026/11/20' GROUP BY action ORDER BY total DESC LIMIT 5;
SELECT useridentity.arn, count(*) AS calls
FROM cloudtrail CROSS JOIN UNNEST(resources) AS t (resource)
WHERE t.resource.arn LIKE '%key/%'
GROUP BY useridentity.arn;
SELECT date_trunc('hour', from_iso8601_timestamp(time)) AS hour, approx_percentile(duration, 0.99) AS p99
FROM alb GROUP BY 1 ORDER BY 1 OFFSET 5 LIMIT 10;
SELECT upper(region) AS region, count(*) FROM flow_logs GROUP BY region;
CREATE TABLE daily WITH (format = 'PARQUET', partitioned_by = ARRAY['day']) AS SELECT bytes, day FROM flow_logs;
CREATE TABLE ice (id bigint, day date) LOCATION 's3://b-111122223333/i/' TBLPROPERTIES ('table_type' = 'ICEBERG');
UNLOAD (SELECT * FROM flow_logs) TO 's3://b-111122223333/u/' WITH (format = 'PARQUET');
MSCK REPAIR TABLE flow_logs;
"""
_REDSHIFT = """\
CREATE TABLE sales (id bigint, sold_at timestamp, amount decimal(10, 2)) DISTSTYLE KEY DISTKEY (id) SORTKEY (sold_at);
COPY sales FROM 's3://b-111122223333/sales/' IAM_ROLE default FORMAT AS PARQUET;
UNLOAD ('SELECT id FROM sales') TO 's3://b-111122223333/u/' IAM_ROLE default FORMAT PARQUET;
CREATE EXTERNAL SCHEMA lake FROM DATA CATALOG DATABASE 'lake' IAM_ROLE default;
CREATE MATERIALIZED VIEW totals AUTO REFRESH YES AS SELECT id, sum(amount) AS total FROM sales GROUP BY id;
SELECT sold_at::date AS day, listagg(id, ',') WITHIN GROUP (ORDER BY id) FROM sales GROUP BY day;
VACUUM sales;
"""
_MYSQL = """\
CREATE USER 'app' IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS';
CALL mysql.rds_set_configuration('binlog retention hours', 24);
SHOW REPLICA STATUS;
INSERT INTO t (a, b) VALUES (1, 2) ON DUPLICATE KEY UPDATE b = VALUES(b);
SELECT a, b, count(*) FROM `orders` GROUP BY a LIMIT 10, 5;
DELETE FROM t WHERE a < 5 LIMIT 1000;
"""

test_cases = run_cases(
    "sql",
    language="sql",
    title="orders.sql",
    good={
        "PostgreSQL": _POSTGRES,
        "Athena": (_ATHENA, "logs.athena.sql"),
        "Redshift": (_REDSHIFT, "sales.redshift.sql"),
        "MySQL": (_MYSQL, "orders.mysql.sql"),
    },
    bad={
        "syntax": ("SELECT 1;\n\nSELECT a\nFROM t\nWHERE (b = 1;\n", 5, "is no valid SQL (postgres): Expecting )"),
        "word": ("SELECT 1;\nSELEC 1;\n", 2, "is no valid SQL"),
        "clause without content": ("SELECT a\nFROM t\nWHERE\n", 3, "something is missing"),
        "no statement of SQL": ("SELECT 1;\nhello;\n", 2, "`hello` begins no statement"),
        "unknown statement": ("VACUM orders;\n", 1, "begins no statement"),
        "unknown command": ("CREATE TABEL t (a int);\n", 1, "no statement that postgres is known to have"),
        "command of another engine": ("MSCK REPAIR TABLE t;\n", 1, "is no valid SQL"),
        "quote": ("SELECT 1;\nSELECT 'a\nFROM t;\n", 2, "a quote or a comment never ends"),
        "nothing": ("-- only a comment\n", 1, "there is no statement"),
        "explained query": ("EXPLAIN (ANALYZE)\nSELECT a\nFROM t WHERE;\n", 3, "something is missing"),
        "explained nothing": ("EXPLAIN ANALYZE;\n", 1, "there is no query"),
        "unloaded query": (
            "SELECT 1;\nUNLOAD (\n  SELECT a FROM t\n  WHERE) TO 's3://b/' WITH (format = 'ORC')\n",
            4,
            "something is missing",
            "a.athena.sql",
        ),
        "unloaded string": (
            "UNLOAD ('SELECT FROM WHERE') TO 's3://b/' IAM_ROLE default\n",
            1,
            "is no valid SQL",
            "a.redshift.sql",
        ),
        "table": (
            "SELECT o.id\nFROM orders AS x\nJOIN lines AS l\n  ON l.id = orders_id.x;\n",
            1,
            "no table or alias `o`",
        ),
        "table in a condition": ("SELECT x.id\nFROM orders AS x\nWHERE y.id = 1;\n", 3, "no table or alias `y`"),
        "values": ("INSERT INTO t (a, b)\nVALUES (1, 2),\n  (b, 2, 3);\n", 3, "INSERT has 2 columns and 3 values"),
        "not grouped": ("SELECT a,\n  b,\n  count(*)\nFROM t\nGROUP BY a;\n", 2, "`b` is neither in GROUP BY nor"),
        "not aggregated": ("SELECT\n  a,\n  max(b)\nFROM t;\n", 2, "`a` is neither in GROUP BY nor"),
        "not grouped in an expression": (
            "SELECT a,\n  lower(b) || c, sum(d)\nFROM t\nGROUP BY a, c;\n",
            2,
            "`b` is neither",
        ),
        "column": (
            "CREATE TABLE t (id int, name text);\nSELECT id\nFROM t\nWHERE nam = 'x';\n",
            4,
            "did you mean `name`?",
        ),
        "inserted column": (
            "CREATE TABLE t (id int, name text);\nINSERT INTO t (id, nam)\nVALUES (1, 'x');\n",
            2,
            "`nam`",
        ),
        "alias in GROUP BY": (
            "SELECT date_trunc('day', at) AS day, count(*)\nFROM t\nGROUP BY day\n",
            3,
            "athena does not GROUP BY the alias `day`",
            "a.athena.sql",
        ),
        "cast": ("SELECT 1,\n  a::int FROM t\n", 2, "athena has no `::`; write CAST", "a.athena.sql"),
        "JSON operator": ("SELECT a ->> 'b' FROM t\n", 1, "json_extract_path_text", "a.redshift.sql"),
        "OFFSET": ("SELECT a FROM t\nLIMIT 5 OFFSET 5\n", 2, "wants OFFSET before LIMIT", "a.trino.sql"),
        "two limits": ("SELECT a FROM t\nLIMIT 10, 5;\n", 2, "no LIMIT with two numbers"),
        "plain table": ("\nCREATE TABLE t (a int)\n", 2, "CREATE EXTERNAL TABLE", "a.athena.sql"),
        "DISTINCT ON": ("SELECT DISTINCT ON (a) a, b FROM t\n", 1, "no DISTINCT ON", "a.athena.sql"),
        "ILIKE": ("SELECT a FROM t\nWHERE a ILIKE 'x%'\n", 2, "no ILIKE", "a.mysql.sql"),
        "ON CONFLICT": (
            "INSERT INTO t (a) VALUES (1)\nON CONFLICT (a) DO NOTHING\n",
            2,
            "no ON CONFLICT",
            "a.redshift.sql",
        ),
        "ON DUPLICATE KEY": (
            "INSERT INTO t (a) VALUES (1)\nON DUPLICATE KEY UPDATE a = 2;\n",
            2,
            "no ON DUPLICATE KEY",
        ),
        "RETURNING": ("UPDATE t SET a = 1\nRETURNING a\n", 2, "no RETURNING", "a.mysql.sql"),
        "QUALIFY": ("SELECT a FROM t AS x\nQUALIFY row_number() OVER (ORDER BY a) = 1;\n", 2, "no QUALIFY"),
        "FILTER": ("SELECT count(*) FILTER (WHERE a > 1) FROM t\n", 1, "no FILTER", "a.redshift.sql"),
        "LIMIT of an update": ("UPDATE t SET a = 1 LIMIT 5;\n", 1, "no LIMIT here"),
        "quotes of another engine": ("SELECT `a` FROM t;\n", 1, "is no valid SQL"),
    },
)


def test_the_means_name_the_dialect():
    verdict = verdict_of("sql", "SELECT 1\n", language="sql", title="a.athena.sql")
    assert verdict.means == "sqlglot (athena)"
