"""The checker for JavaScript: handlers of Lambda and of CloudFront, their events and what they return."""

from tests.samples.cases import run_cases

_CLOUDFRONT = """\
import cf from "cloudfront";

const store = cf.kvs();

async function handler(event) {
  const request = event.request;
  const tenant = request.headers["x-tenant"]?.value ?? request.cookies.tenant?.value;
  if (!tenant) {
    return { statusCode: 302, statusDescription: "Found", headers: { location: { value: "/login" } } };
  }
  request.uri = `/${await store.get(tenant)}${request.uri}`;
  return request;
}
"""
test_cases = run_cases(
    "javascript",
    language="javascript",
    title="orders.mjs",
    good={
        "CloudFront Functions": (_CLOUDFRONT, "tenant.cloudfront-function.js"),
        "Lambda@Edge": (
            "exports.handler = async (event) => {\n  const { request, config } = event.Records[0].cf;\n"
            '  if (config.eventType === "viewer-request" && request.uri === "/") return { status: "404" };\n'
            "  return request;\n};\n",
            "redirect.cloudfront.js",
        ),
        "streaming": (
            "export const handler = awslambda.streamifyResponse(async (event, stream, context) => {\n"
            "  stream.write(event.rawPath + context.awsRequestId);\n  stream.end();\n});\n"
        ),
        "two paths with one name": (
            "export const handler = async (event) => {\n  event.Records.forEach((r) => console.log(r.body));\n"
            "  event.Records.map((r) => r.messageId).forEach((r) => console.log(r.length));\n};\n"
        ),
    },
    bad={
        "callback": (
            "export const handler = (event, context, callback) => {\n"
            "  callback(null, event.rawPath + context.a);\n};\n",
            1,
            "has no callback",
        ),
        "key of the event": (
            "export const handler = async (event) => {\n"
            "  for (const record of event.Records) console.log(record.messageId,\n"
            "    record.boddy);\n};\n",
            3,
            "did you mean `body`?",
        ),
        "destructured key": (
            "export const handler = async ({ Records }) =>\n"
            "  Records.map(({ s3: { object, buket } }) => [object.key, buket]);\n",
            2,
            "did you mean `bucket`?",
        ),
        "response": (
            'export const handler = async (event) => ({ statusCode: "200", body: event.rawPath });\n',
            1,
            "must be an integer, not a string",
            "a.http-api.mjs",
        ),
        "response in a constant": (
            "export async function handler(event) {\n  const response = {\n    statusCode: 200,\n"
            "    body: { path: event.path },\n"
            "  };\n  return response;\n}\n",
            4,
            "must be a string, not a mapping",
            "a.rest-api.mjs",
        ),
        "edge response": (
            "export const handler = async (event) => {\n  console.log(event.Records[0].cf.request.uri);\n"
            "  return { status: 302 };\n};\n",
            3,
            "must be a string, not an integer",
        ),
        "global that CloudFront lacks": (
            'function handler(event) {\n  return fetch("https://example.com" + event.request.uri);\n}\n',
            2,
            "CloudFront Functions have no `fetch`",
            "a.cloudfront-function.js",
        ),
        "module that CloudFront lacks": (
            'const fs = require("fs");\n\nfunction handler(event) {\n'
            "  return fs ? event.request : event.response;\n}\n",
            1,
            "CloudFront Functions have no module `fs`",
            "a.cloudfront-function.js",
        ),
        "header of CloudFront": (
            "function handler(event) {\n"
            '  return { statusCode: 301, headers: { location: "/" } };\n  return event.request;\n}\n',
            2,
            "`headers.location` of the response to CloudFront Functions must be a mapping",
            "a.cloudfront-function.js",
        ),
    },
)
