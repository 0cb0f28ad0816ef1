"""Calls a running Parley with grpcio: client.py HOST:PORT, the parameters as a line of JSON on standard input.

For each behaviour it writes what it saw as a line of JSON, and waits for a line before it goes on.
"""

import json
import sys
import time
import traceback

import grpc
from google.protobuf import json_format

import schema

SOON = 20
CHANNEL_OPTIONS = [("grpc.max_send_message_length", -1)]


class Service:
    """A service by its full name, with a callable for each method: made from what reflection says of it."""

    def __init__(self, channel, reflection, name):
        for method in reflection.service(name).methods:
            described = schema.descriptor_pb2.MethodDescriptorProto()
            method.CopyToProto(described)
            sides = tuple("stream" if streams else "unary" for streams in (described.client_streaming, described.server_streaming))
            request, response = reflection.message(method.input_type), reflection.message(method.output_type)
            call = getattr(channel, "_".join(sides))(
                f"/{name}/{method.name}",
                request_serializer=request.SerializeToString,
                response_deserializer=response.FromString,
            )
            setattr(self, method.name, call)
            setattr(self, method.name + "Request", request)


def failure(call):
    try:
        call()
        return {"status": "OK"}
    except grpc.RpcError as error:
        return {"status": error.code().name, **details(error.trailing_metadata())}


def details(trailers):
    """The AIP-193 details in trailers."""
    serialized = dict(trailers or ()).get("grpc-status-details-bin")
    if serialized is None:
        return {}
    status = schema.RPC["Status"].FromString(serialized)
    seen = {"code": status.code, "message": status.message}
    for detail in status.details:
        name = detail.type_url.rpartition(".")[2]
        message = schema.RPC[name].FromString(detail.value)
        if name == "ErrorInfo":
            seen.update(reason=message.reason, domain=message.domain)
        elif name == "BadRequest":
            seen["fields"] = [violation.field for violation in message.field_violations]
        elif name == "ResourceInfo":
            seen["resource"] = f"{message.resource_type} {message.resource_name}"
    return seen


class Behaviours:
    def __init__(self, target, parameters):
        self.target = target
        self.parameters = parameters
        self.channel = grpc.insecure_channel(target, options=CHANNEL_OPTIONS)
        self.reflection = schema.Reflection(self.channel, "v1", SOON)
        self.ingestion = self.service("parley.ingestion.v1.IngestionService")
        self.alerting = self.service("parley.alerting.v1.AlertingService")
        self.health_service = self.service("grpc.health.v1.Health")

    def service(self, name, channel=None):
        return Service(channel or self.channel, self.reflection, name)

    def submission(self, article):
        return json_format.ParseDict({"article": article}, self.ingestion.SubmitArticleRequest())

    def submit(self, article):
        return self.ingestion.SubmitArticle(self.submission(article), timeout=SOON)

    def get(self, article_id):
        return self.ingestion.GetArticle(self.ingestion.GetArticleRequest(article_id=article_id), timeout=SOON)

    def watch(self, timeout=SOON, **request):
        return self.alerting.WatchAlerts(json_format.ParseDict(request, self.alerting.WatchAlertsRequest()), timeout=timeout)

    def unary(self):
        submitted = self.submit(self.parameters["article"])
        got = self.get(self.parameters["article"]["id"]).article
        return {
            "outcome": enum_name(submitted, "outcome"),
            "published_seconds": submitted.published_at.seconds,
            "text": got.text,
            "intake": enum_name(got, "intake"),
        }

    def server_streaming(self):
        seen = {}
        watch = self.watch(filter={"actors": [self.parameters["actor"]]})
        for message in watch:
            if message.HasField("alert"):
                seen["status"] = enum_name(message.alert.change.after, "status")
                break
            if "heartbeat_first" not in seen:
                seen["heartbeat_first"] = len(message.resume_token) > 0
                self.submit(self.parameters["news"])
        watch.cancel()
        return seen

    def bidirectional_streaming(self):
        request = self.ingestion.SubmitArticlesRequest
        requests = (json_format.ParseDict({"article": article}, request()) for article in self.parameters["articles"])
        return {
            "answers": [
                f"{answer.index} {answer.error.field if answer.WhichOneof('answer') == 'error' else enum_name(answer.accepted, 'outcome')}"
                for answer in self.ingestion.SubmitArticles(requests, timeout=SOON)
            ]
        }

    def invalid_argument(self):
        return failure(lambda: self.submit({"text": "", "url": "nowhere"}))

    def not_found(self):
        return failure(lambda: self.get("nowhere"))

    def deadline(self):
        began = time.monotonic()
        seen = failure(lambda: list(self.watch(timeout=0.4)))
        return {**seen, "milliseconds": int((time.monotonic() - began) * 1000)}

    def cancellation(self):
        watch = self.watch()

        def cancel_at_the_first_message():
            for _ in watch:
                watch.cancel()

        return failure(cancel_at_the_first_message)

    def metadata(self):
        sent = (("parley-echo", "plain words"), ("parley-echo-bin", b"\x00\x01\xfe\xff"))
        request = self.health_service.CheckRequest()
        _, call = self.health_service.Check.with_call(request, timeout=SOON, metadata=sent)
        headers, trailers = dict(call.initial_metadata()), dict(call.trailing_metadata())
        return {
            "header": headers["parley-echo"],
            "binary_header": headers["parley-echo-bin"].hex(),
            "trailer": trailers["parley-echo"],
            "binary_trailer": trailers["parley-echo-bin"].hex(),
        }

    def gzip(self):
        large = self.parameters["large"]
        with grpc.insecure_channel(self.target, compression=grpc.Compression.Gzip) as channel:
            zipped = self.service("parley.ingestion.v1.IngestionService", channel)
            _, call = zipped.SubmitArticle.with_call(self.submission(large), timeout=SOON)
            got = zipped.GetArticle(zipped.GetArticleRequest(article_id=large["id"]), timeout=SOON).article
        return {"request_encoding": dict(call.initial_metadata())["parley-request-encoding"], "same": got.text == large["text"]}

    def too_large(self):
        return failure(lambda: self.submit({"text": "x" * (self.parameters["megabytes"] * 1024 * 1024)}))

    def health(self):
        def check(service=""):
            return self.health_service.Check(self.health_service.CheckRequest(service=service), timeout=SOON)

        def watch(service):
            call = self.health_service.Watch(self.health_service.WatchRequest(service=service), timeout=SOON)
            seen = enum_name(next(call), "status")
            call.cancel()
            return seen

        return {
            "check": enum_name(check(), "status"),
            "check_unknown": failure(lambda: check("nowhere"))["status"],
            "watch": watch(""),
            "watch_unknown": watch("nowhere"),
        }

    def reflection_v1(self):
        return self.reflect("v1")

    def reflection_v1alpha(self):
        return self.reflect("v1alpha")

    def reflect(self, version):
        asked = schema.Reflection(self.channel, version, SOON)
        methods = []
        for service in asked.services():
            for method in asked.service(service).methods:
                described = schema.descriptor_pb2.MethodDescriptorProto()
                method.CopyToProto(described)
                asks = ("stream " if described.client_streaming else "") + method.input_type.name
                answers = ("stream " if described.server_streaming else "") + method.output_type.name
                methods.append(f"{service}/{method.name}({asks}) returns ({answers})")
        codes = {code.value[0]: code.name for code in grpc.StatusCode}
        return {"methods": sorted(methods), "unknown": codes[asked.error("no.such.Thing")]}


def enum_name(message, field):
    return message.DESCRIPTOR.fields_by_name[field].enum_type.values_by_number[getattr(message, field)].name


def main():
    behaviours = Behaviours(sys.argv[1], json.loads(sys.stdin.readline()))
    for behaviour in (
        "unary", "server_streaming", "bidirectional_streaming", "invalid_argument", "not_found", "deadline", "cancellation", "metadata",
        "gzip", "too_large", "health", "reflection_v1", "reflection_v1alpha",
    ):
        try:
            result = {"behaviour": behaviour, "seen": getattr(behaviours, behaviour)()}
        except Exception:  # whatever it is, the test of this behaviour shows it
            result = {"behaviour": behaviour, "error": traceback.format_exc()}
        print(json.dumps(result), flush=True)
        sys.stdin.readline()


main()
