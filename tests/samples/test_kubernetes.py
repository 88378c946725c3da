"""The checker for Kubernetes manifests."""

import pytest
import yaml

from samples.kubernetes_manifests.pods import quantity_of
from samples.kubernetes_manifests.rules import _VALUES
from samples.kubernetes_manifests.schemas import _CUSTOM
from tests.samples.cases import changed_in, run_cases, verdict_of

WEB = """\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  selector:
    matchLabels: { app: web }
    matchExpressions:
      - { key: tier, operator: In, values: [front, edge] }
  template:
    metadata:
      labels: { app: web, tier: front }
    spec:
      containers:
        - name: web
          image: 111122223333.dkr.ecr.us-east-1.amazonaws.com/web:2.7.1
          ports:
            - { name: http, containerPort: 8080 }
          env:
            - { name: LOG_LEVEL, value: info }
            - name: DB_PASSWORD
              valueFrom: { secretKeyRef: { name: db, key: password } }
          resources:
            requests: { cpu: 500m, memory: 512Mi }
            limits: { cpu: 1, memory: 1Gi }
          readinessProbe:
            httpGet: { path: /health, port: http }
          volumeMounts:
            - { name: tmp, mountPath: /tmp }
      volumes:
        - { name: tmp, emptyDir: {} }
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: ClusterIP
  selector: { app: web }
  ports:
    - { port: 80, targetPort: http }
"""
ROUTE = """\
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
spec:
  parentRefs: [{ name: shop }]
"""
STATEFUL = """\
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers:
        - name: db
          image: postgres:18.1
          volumeMounts: [{ name: data, mountPath: /data }]
  volumeClaimTemplates:
    - metadata: { name: data }
      spec:
        accessModes: [ReadWriteOnce]
        resources: { requests: { storage: 10Gi } }
"""
CRON = """\
apiVersion: batch/v1
kind: CronJob
metadata: { name: report }
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers: [{ name: report, image: "report:1.2" }]
"""
RBAC = """\
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: "shop:reader" }
rules:
  - { apiGroups: [""], resources: [pods], verbs: [get, list] }
"""
SECRET = "apiVersion: v1\nkind: Secret\nmetadata: { name: db }\ndata:\n  user: c2hvcA==\n"
CLUSTER = "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: shop, region: us-east-1 }\n"


changed = changed_in(WEB)


test_cases = run_cases(
    "kubernetes",
    language="yaml",
    title="web.k8s.yaml",
    good={
        "Deployment and Service": WEB,
        "StatefulSet with a claim": STATEFUL,
        "CronJob": CRON,
        "role with a colon": RBAC,
        "Secret": SECRET,
        "custom resource": ROUTE,
        "configuration without a spec": CLUSTER,
        "Service without pods": WEB.partition("---\n")[2],
        "empty document between": WEB.replace("---\n", "---\n# nothing\n---\n"),
        "digest": changed("web:2.7.1", "web@sha256:0123"),
    },
    bad={
        "syntax": ("a: [\n", 2, "not valid YAML"),
        "tab": ("a:\n\tb: 1\n", 2, "not valid YAML"),
        "tag": ("a: !Ref b\n", 1, "could not determine a constructor"),
        "recursive": ("a: &x\n  b: *x\n", 1, "an alias"),
        "empty": ("# nothing\n", 1, "holds no object"),
        "list": ("- a\n", 1, "is a mapping"),
        "repeated key": (changed("  replicas: 2\n", "  replicas: 2\n  replicas: 3\n"), 7, "'replicas' stands twice"),
        "no kind": (changed("kind: Deployment\n", ""), 1, "has no `kind`"),
        "no apiVersion": (changed("apiVersion: apps/v1\n", ""), 1, "has no `apiVersion`"),
        "unknown kind": (changed("kind: Deployment", "kind: Deploymnt"), 2, "did you mean `Deployment`"),
        "other version": (changed("apps/v1", "extensions/v1beta1"), 1, "but in apps/v1"),
        "kind in lower case": (changed("kind: Deployment", "kind: deployment"), 2, "did you mean `Deployment`"),
        "part of an object": ("apiVersion: v1\nkind: Affinity\nmetadata: { name: a }\n", 2, "unknown kind"),
        "unknown key": (changed("replicas: 2", "replica: 2"), 6, "did you mean `replicas`"),
        "unknown key, deep": (changed("readinessProbe", "readyProbe"), 27, "unknown key 'readyProbe'"),
        "wrong type": (changed("replicas: 2", 'replicas: "2"'), 6, "is a string, and must be of type integer"),
        "yes is no text": (changed("value: info", "value: yes"), 21, "is a boolean"),
        "missing key": (changed("        - name: web\n          image", "        - image"), 16, "'name'"),
        "no selector": (WEB.replace("  selector:\n    matchLabels: { app: web }\n", "  x:\n"), 5, "'selector'"),
        "no name": (changed("  name: web\nspec:\n  replicas", "  labels: {}\nspec:\n  replicas"), 3, "has no name"),
        "name": (changed("name: web\nspec:\n  replicas", "name: Web_1\nspec:\n  replicas"), 4, "is no name"),
        "name of a Service": (changed("name: web\nspec:\n  type", "name: 1web\nspec:\n  type"), 37, "is no name"),
        "selector does not match": (changed("labels: { app: web,", "labels: { app: api,"), 7, "does not match"),
        "expression does not match": (changed("tier: front", "tier: back"), 7, "does not match"),
        "Service selects nothing": (changed("selector: { app: web }", "selector: { app: api }"), 40, "selects none"),
        "target port": (changed("targetPort: http", "targetPort: htp"), 42, "did you mean `http`"),
        "probe port": (changed("port: http }", "port: web }"), 28, "no port with the name 'web'"),
        "latest": (changed("web:2.7.1", "web:latest"), 17, ":latest"),
        "no tag": (changed("web:2.7.1", "web"), 17, "has no tag"),
        "no tag in a CronJob": (changed("report:1.2", "report", CRON), 11, "has no tag"),
        "no image": (
            changed("          image: 111122223333.dkr.ecr.us-east-1.amazonaws.com/web:2.7.1\n", ""),
            16,
            "no image",
        ),
        "volume": (changed("name: tmp, mountPath", "name: temp, mountPath"), 30, "no volume 'temp'"),
        "claim": (changed("name: data, mount", "name: date, mount", STATEFUL), 13, "no volume 'date'"),
        "quantity": (changed("memory: 512Mi", "memory: 512MB"), 25, "is no quantity"),
        "more than the limit": (changed("memory: 512Mi", "memory: 2Gi"), 25, "than its limit"),
        "secret in plain text": (changed("name: LOG_LEVEL", "name: API_TOKEN"), 21, "in plain text"),
        "value twice": (changed("value: info", "value: info, valueFrom: {}"), 21, "not both"),
        "container twice": (
            changed("      volumes:\n", "        - { name: web, image: 'a:1' }\n      volumes:\n"),
            31,
            "two containers",
        ),
        "port": (changed("containerPort: 8080", "containerPort: 80800"), 19, "from 1 to 65535"),
        "value of an enumeration": (changed("ClusterIP", "ClusterIp"), 39, "did you mean `ClusterIP`"),
        "policy": (changed("Never", "never", CRON), 10, "did you mean `Never`"),
        "access mode": (changed("ReadWriteOnce", "ReadWriteOne", STATEFUL), 17, "did you mean `ReadWriteOnce`"),
        "operator": (changed("operator: In", "operator: in"), 10, "did you mean `In`"),
        "base64": (changed("c2hvcA==", "shop!", SECRET), 5, "not in base64"),
        "custom: unknown kind": (changed("HTTPRoute", "HTTPRoutes", ROUTE), 2, "did you mean `HTTPRoute`"),
        "custom: old version": (
            changed("k8s.io/v1", "k8s.io/v1beta1", ROUTE),
            1,
            "but in gateway.networking.k8s.io/v1",
        ),
        "custom: no name": (changed("  name: web\n", "  labels: {}\n", ROUTE), 3, "no metadata.name"),
        "custom: no spec": (changed("spec:", "specs:", ROUTE), 1, "has no spec"),
        "custom: unknown key": (changed("spec:", "status: {}\nspec:", ROUTE), 5, "unknown key 'status'"),
    },
)


def test_means_name_the_version_and_what_is_only_outlined():
    def means(content: str) -> str:
        return verdict_of("kubernetes", content, language="yaml", title="web.k8s.yaml").means

    assert means(WEB).startswith("kubernetes-validate 1.")
    assert means(ROUTE) == "only the outline of HTTPRoute"
    assert means(f"{WEB}---\n{ROUTE}").endswith("own rules; only the outline of HTTPRoute")


def test_data_are_sorted():
    custom = yaml.safe_load(_CUSTOM.read_text("utf-8"))
    assert list(custom) == sorted(custom)
    for entry in custom.values():
        assert entry["kinds"] == sorted(entry["kinds"])
    values = yaml.safe_load(_VALUES.read_text("utf-8"))
    assert list(values) == sorted(values)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("500m", 0.5),
        (2, 2.0),
        ("1Gi", 2.0**30),
        ("1.5k", 1500.0),
        ("1e3", 1000.0),
        ("1GB", None),
        ("", None),
        (True, None),
    ],
)
def test_quantity(text, amount):
    assert quantity_of(text) == amount
