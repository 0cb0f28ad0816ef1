"""What the client knows of the services: nothing but what their reflection tells, and the few messages that it takes to ask.

Debian's grpcio has no generated code for reflection and for google.rpc, so these are described here, field by field.
"""

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

_FIELD = descriptor_pb2.FieldDescriptorProto
_KINDS = {"string": _FIELD.TYPE_STRING, "bytes": _FIELD.TYPE_BYTES, "int32": _FIELD.TYPE_INT32}

_GOOGLE_RPC = {
    "Any": {"type_url": ("string", 1), "value": ("bytes", 2)},
    "Status": {"code": ("int32", 1), "message": ("string", 2), "details": ("Any*", 3)},
    "ErrorInfo": {"reason": ("string", 1), "domain": ("string", 2)},
    "FieldViolation": {"field": ("string", 1), "description": ("string", 2)},
    "BadRequest": {"field_violations": ("FieldViolation*", 1)},
    "ResourceInfo": {"resource_type": ("string", 1), "resource_name": ("string", 2)},
}

_REFLECTION = {
    "Request": {"file_by_filename": ("string", 3), "file_containing_symbol": ("string", 4), "list_services": ("string", 7)},
    "Files": {"file_descriptor_proto": ("bytes*", 1)},
    "Service": {"name": ("string", 1)},
    "Services": {"service": ("Service*", 1)},
    "Error": {"error_code": ("int32", 1), "error_message": ("string", 2)},
    "Response": {"files": ("Files", 4), "services": ("Services", 6), "error": ("Error", 7)},
}


def _classes(package, messages):
    file = descriptor_pb2.FileDescriptorProto(name=package + ".proto", package=package, syntax="proto3")
    for name, fields in messages.items():
        message = file.message_type.add(name=name)
        for field, (kind, number) in fields.items():
            repeated, kind = kind.endswith("*"), kind.rstrip("*")
            added = message.field.add(name=field, number=number, label=_FIELD.LABEL_REPEATED if repeated else _FIELD.LABEL_OPTIONAL)
            if kind in _KINDS:
                added.type = _KINDS[kind]
                # What asks for everything is empty and must be sent all the same.
                if package == "parley.reflection" and name == "Request":
                    added.proto3_optional = True
                    added.oneof_index = len(message.oneof_decl)
                    message.oneof_decl.add(name="_" + field)
            else:
                added.type, added.type_name = _FIELD.TYPE_MESSAGE, f".{package}.{kind}"
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return {name: message_factory.MessageFactory(pool).GetPrototype(pool.FindMessageTypeByName(f"{package}.{name}")) for name in messages}


RPC = _classes("parley.rpc", _GOOGLE_RPC)
_ASK = _classes("parley.reflection", _REFLECTION)


class Reflection:
    """Asks a server of its services, and makes the messages of what it hears."""

    def __init__(self, channel, version, deadline):
        self._call = channel.stream_stream(
            f"/grpc.reflection.{version}.ServerReflection/ServerReflectionInfo",
            request_serializer=lambda message: message.SerializeToString(),
            response_deserializer=_ASK["Response"].FromString,
        )
        self._deadline = deadline
        self._files = {}
        self._pool = descriptor_pool.DescriptorPool()
        self._factory = message_factory.MessageFactory(self._pool)

    def services(self):
        return [service.name for service in self._ask(list_services="").services.service]

    def error(self, symbol):
        return self._ask(file_containing_symbol=symbol).error.error_code

    def service(self, name):
        """The descriptor of a service."""
        self._learn(self._ask(file_containing_symbol=name))
        return self._pool.FindServiceByName(name)

    def message(self, descriptor):
        """The class of a message."""
        return self._factory.GetPrototype(descriptor)

    def _ask(self, **question):
        return next(self._call(iter([_ASK["Request"](**question)]), timeout=self._deadline))

    def _learn(self, answer):
        # A pool takes a file after those that it imports.
        for serialized in answer.files.file_descriptor_proto:
            file = descriptor_pb2.FileDescriptorProto.FromString(serialized)
            if file.name in self._files:
                continue
            self._files[file.name] = file
            for imported in file.dependency:
                if imported not in self._files:
                    self._learn(self._ask(file_by_filename=imported))
            self._pool.Add(file)
