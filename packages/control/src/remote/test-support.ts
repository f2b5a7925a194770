import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';

/** A server on this machine, as long as it is not disposed. */
export interface TestServer extends AsyncDisposable {
  readonly port: number;
}

/** Starts a server on an address of this machine: over TLS when a certificate is given. */
export async function serve(
  answer: RequestListener,
  { address = '127.0.0.1', tls }: { address?: string; tls?: { key: string; cert: string } } = {},
): Promise<TestServer> {
  const server = tls ? createHttps(tls, answer) : createHttp(answer);
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, address, done));
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    },
  };
}

/** A certificate that signs itself (RFC 5280), for one host name, made anew for each run. */
export function certificateFor(host: string): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(oid('2a8648ce3d040302'));
  const name = sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(host)))));
  const validity = sequence(utcTime('200101000000Z'), utcTime('491231235959Z'));
  const altName = der(0x04, sequence(der(0x82, Buffer.from(host))));
  const authority = der(0x04, sequence(der(0x01, Buffer.from([0xff]))));
  const truly = der(0x01, Buffer.from([0xff]));
  const extensions = der(0xa3, sequence(sequence(oid('551d11'), altName), sequence(oid('551d13'), truly, authority)));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithm,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions,
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey));
  const whole = sequence(body, algorithm, signature).toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${whole}\n-----END CERTIFICATE-----\n`,
  };
}

function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return der(0x30, ...parts);
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'));
}

function utcTime(text: string): Buffer {
  return der(0x17, Buffer.from(text));
}
