// The services as grpc-js sees them, from the proto files themselves.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const repository = path.join(__dirname, '..', '..', '..');
const roots = [path.join(repository, 'protos'), path.join(repository, 'services', 'Platform', 'Grpc', 'Protos')];
const options = { includeDirs: roots, keepCase: true, longs: Number, enums: String, defaults: true, oneofs: true };
const files = roots.flatMap(root => fs.readdirSync(root, { recursive: true }).filter(file => file.endsWith('.proto')));
const definition = loader.loadSync(files, options);
const loaded = grpc.loadPackageDefinition(definition);

/** A client of a service, by the service's full name. */
exports.client = (service, target, channelOptions) => {
  const Client = service.split('.').reduce((at, part) => at[part], loaded);
  return new Client(target, grpc.credentials.createInsecure(), channelOptions);
};

/** Reads a message by its full name. */
exports.read = (type, bytes) => definition[type].deserialize(bytes);

/** The methods of a service that serialized FileDescriptorProtos describe, each in a line as a proto file has it. */
exports.describe = (service, descriptors) => {
  // A FileDescriptorSet is its files, each with the tag of field 1 and its length before it.
  const set = Buffer.concat(descriptors.flatMap(bytes => [Buffer.from([0x0a]), varint(bytes.length), bytes]));
  const methods = loader.loadFileDescriptorSetFromBuffer(set, options)[service];
  return Object.values(methods).map(method => {
    const [, name] = method.path.slice(1).split('/');
    const side = (streams, type) => `(${streams ? 'stream ' : ''}${type.type.name})`;
    return `${service}/${name}${side(method.requestStream, method.requestType)} returns ${side(method.responseStream, method.responseType)}`;
  });
};

function varint(value) {
  const bytes = [];
  for (; value > 0x7f; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return Buffer.from([...bytes, value]);
}
