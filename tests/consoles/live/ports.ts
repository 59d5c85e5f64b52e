/** Free ports on the loopback interface. */
import { connect, createServer } from 'node:net';
import type { Server } from 'node:net';

const HOST = '127.0.0.1';

/** Port numbers that nobody listens on at this moment, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers: Server[] = [];
  // All are held until the last is known, or the system could hand out one number twice.
  for (let i = 0; i < count; i += 1) {
    servers.push(await listenAnywhere());
  }
  const ports = servers.map((server) => portOf(server));
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

/** Makes a server listen on a free loopback port; resolves with it once it listens. */
export function listenAnywhere(server: Server = createServer()): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, HOST, () => resolve(server));
  });
}

/** The port a listening server has. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('the server does not listen on a port');
  }
  return address.port;
}

/** Whether something accepts connections on a loopback port. */
export function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, HOST);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
