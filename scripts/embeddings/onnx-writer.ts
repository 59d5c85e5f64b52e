/**
 * Writes ONNX files: just enough of the format's protobuf for a handful of operators. A library for this
 * would be a hundred times the size of what the one small model of our tests needs.
 * Field numbers are those of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
 */

export interface OnnxNode {
  operator: string;
  inputs: readonly string[];
  outputs: readonly string[];
  attributes?: Readonly<Record<string, number>>;
}

export interface OnnxTensor {
  name: string;
  dimensions: readonly number[];
  values: Float32Array | BigInt64Array;
}

export interface OnnxPort {
  name: string;
  type: 'float' | 'int64';
  /** A text is a dimension whose size is only known when the model runs. */
  dimensions: readonly (number | string)[];
}

export interface OnnxGraph {
  name: string;
  nodes: readonly OnnxNode[];
  constants: readonly OnnxTensor[];
  inputs: readonly OnnxPort[];
  outputs: readonly OnnxPort[];
}

const TYPES = { float: 1, int64: 7 } as const;
const INTEGER_ATTRIBUTE = 2;
const IR_VERSION = 8;
const OPERATOR_SET = 17;

type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

export function encodeOnnxModel(graph: OnnxGraph): Bytes {
  return join([
    writeNumber(1, IR_VERSION),
    writeText(2, 'deskmate'),
    writeBytes(7, encodeGraph(graph)),
    writeBytes(8, join([writeText(1, ''), writeNumber(2, OPERATOR_SET)])),
  ]);
}

function encodeGraph({ name, nodes, constants, inputs, outputs }: OnnxGraph): Bytes {
  return join([
    ...nodes.map((node) => writeBytes(1, encodeNode(node))),
    writeText(2, name),
    ...constants.map((tensor) => writeBytes(5, encodeTensor(tensor))),
    ...inputs.map((port) => writeBytes(11, encodePort(port))),
    ...outputs.map((port) => writeBytes(12, encodePort(port))),
  ]);
}

function encodeNode({ operator, inputs, outputs, attributes = {} }: OnnxNode): Bytes {
  return join([
    ...inputs.map((input) => writeText(1, input)),
    ...outputs.map((output) => writeText(2, output)),
    writeText(4, operator),
    ...Object.entries(attributes).map(([name, value]) =>
      writeBytes(5, join([writeText(1, name), writeNumber(3, value), writeNumber(20, INTEGER_ATTRIBUTE)])),
    ),
  ]);
}

function encodeTensor({ name, dimensions, values }: OnnxTensor): Bytes {
  return join([
    ...dimensions.map((size) => writeNumber(1, size)),
    writeNumber(2, values instanceof Float32Array ? TYPES.float : TYPES.int64),
    writeText(8, name),
    writeBytes(9, new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
  ]);
}

function encodePort({ name, type, dimensions }: OnnxPort): Bytes {
  const shape = dimensions.map((size) =>
    writeBytes(1, typeof size === 'number' ? writeNumber(1, size) : writeText(2, size)),
  );
  const tensor = join([writeNumber(1, TYPES[type]), writeBytes(2, join(shape))]);
  return join([writeText(1, name), writeBytes(2, writeBytes(1, tensor))]);
}

// Protobuf itself: a tag (field number, kind of value), then the value.

function writeNumber(field: number, value: number): Bytes {
  return join([encodeVarint(field << 3), encodeVarint(value)]);
}

function writeText(field: number, text: string): Bytes {
  return writeBytes(field, encoder.encode(text));
}

function writeBytes(field: number, bytes: Uint8Array): Bytes {
  return join([encodeVarint((field << 3) | 2), encodeVarint(bytes.length), bytes]);
}

/** Seven bits a byte, lowest first; the eighth says that more follow. Negative numbers take ten bytes. */
function encodeVarint(value: number): Bytes {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 0x7fn) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}

function join(parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
